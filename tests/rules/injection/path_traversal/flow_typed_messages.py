# file: app.py
"""What a message of a queue is declared to be: a path or a row of the database was put there by the program."""

import shutil
from pathlib import Path

from celery import Celery

from models import Order

app = Celery()


@app.task
def clean(folder: Path | None = None):
    for inner in (folder or Path("/srv/spool")).glob("*"):
        shutil.rmtree(inner)


@app.task
def archive(order: Order):
    shutil.copy("/srv/orders/" + order.name, "/srv/archive")


@app.task
def remove(name: str):
    shutil.rmtree("/srv/spool/" + name)  # want: LNT121


# file: models.py
from django.db import models


class Order(models.Model):
    name = models.CharField(max_length=10)
