import os
import shlex

import aio_pika
import pika
from aio_pika.abc import AbstractIncomingMessage


def get():
    channel = pika.BlockingConnection(pika.ConnectionParameters("queue")).channel()
    method, properties, body = channel.basic_get("jobs")
    os.system("convert " + body.decode())  # want: LNT106


async def on_message(message: AbstractIncomingMessage) -> None:
    async with message.process():
        os.system("convert " + message.body.decode())  # want: LNT106


async def iterate():
    connection = await aio_pika.connect_robust("amqp://queue")
    channel = await connection.channel()
    queue = await channel.declare_queue("jobs")
    async with queue.iterator() as messages:
        async for message in messages:
            os.system("convert " + message.body.decode())  # want: LNT106


async def quoted(message: AbstractIncomingMessage) -> None:
    async with message.process():
        os.system("convert " + shlex.quote(message.body.decode()))


async def sized(message: AbstractIncomingMessage) -> None:
    os.system(f"note {len(message.body)}")
