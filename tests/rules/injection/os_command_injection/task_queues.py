import os
import shlex

import dramatiq
import nats
from huey import RedisHuey
from rq.decorators import job
from taskiq import InMemoryBroker

huey = RedisHuey("jobs")
broker = InMemoryBroker()


@dramatiq.actor
def convert(name):
    os.system("convert /srv/in/" + name)  # want: LNT106


@job("low")
def pack(folder):
    os.system(f"tar czf /srv/out.tgz {folder}")  # want: LNT106


@huey.task()
def sign(name):
    os.system("sign " + name)  # want: LNT106


@broker.task
async def send(name: str) -> None:
    os.system("send " + name)  # want: LNT106


async def listen():
    client = await nats.connect("nats://queue")
    subscription = await client.subscribe("jobs")
    message = await subscription.next_msg()
    os.system(message.data.decode())  # want: LNT106


@dramatiq.actor
def quoted(name):
    os.system("convert /srv/in/" + shlex.quote(name))


@job("low")
def daily(folder):
    os.system("tar czf /srv/out.tgz /srv/daily")


@huey.task()
def count(number):
    os.system(f"seq {int(number)}")
