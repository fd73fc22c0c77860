# Tasks of a queue: what the program puts in is what they are given; where it puts in nothing, others do.
# file: tasks.py
import os

import dramatiq
from celery import Celery, shared_task

celery = Celery("tasks")


@shared_task
def pack(name, note=""):
    os.system("tar -c " + name)  # want: LNT106


@shared_task
def unpack(name, note=""):
    os.system("tar -x " + name)


@celery.task(bind=True)
def retry(self, name, note=""):
    os.system("nice " + name)  # want: LNT106


@celery.task(bind=True)
def cancel(self, name, note=""):
    os.system("kill " + name)


@dramatiq.actor
def move(name, note=""):
    os.system("mv " + name)  # want: LNT106


@dramatiq.actor
def keep(name, note=""):
    os.system("ls " + name)


@shared_task
def alone(name):
    os.system("du " + name)  # want: LNT106
# file: views.py
from flask import Flask, request
from tasks import cancel, keep, move, pack, retry, unpack

app = Flask(__name__)


@app.post("/all")
def all_of_them():
    name = request.form["name"]
    pack.delay(name)
    unpack.delay("shelf", name)
    retry.apply_async(args=[name])
    cancel.apply_async(("1",), {"note": name})
    move.send(name)
    keep.send("shelf", note=name)
    return ""
