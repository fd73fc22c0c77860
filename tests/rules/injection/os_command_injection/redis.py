import json
import os
import shlex

import redis

store = redis.Redis(host="queue")


def work():
    key, job = store.blpop("jobs")
    os.system("convert " + json.loads(job)["name"])  # want: LNT106


def listen():
    channel = store.pubsub()
    channel.subscribe("jobs")
    for message in channel.listen():
        os.system("convert " + message["data"].decode())  # want: LNT106


def quoted():
    job = store.lpop("jobs")
    os.system("convert " + shlex.quote(job.decode()))


def counted():
    job = store.rpop("jobs")
    os.system(f"seq {int(job)}")


def daily():
    if store.lpop("jobs"):
        os.system("convert daily")
