import os
import shlex
import subprocess

from celery import Celery, shared_task

app = Celery("jobs")


@app.task
def convert(name):
    os.system("convert /srv/in/" + name)  # want: LNT106


@shared_task
def pack(folder: str) -> None:
    subprocess.run(f"tar czf /srv/out.tgz {folder}", shell=True, check=True)  # want: LNT106


@app.task
def quoted(name):
    os.system("convert /srv/in/" + shlex.quote(name))


@shared_task
def listed(folder):
    subprocess.run(["tar", "czf", "/srv/out.tgz", folder], check=True)


@app.task(name="count")
def count(number):
    os.system(f"seq {int(number)}")
