import json
import os
import shlex

from aiokafka import AIOKafkaConsumer
from confluent_kafka import Consumer
from kafka import KafkaConsumer


def convert():
    for record in KafkaConsumer("jobs", bootstrap_servers="queue:9092"):
        name = json.loads(record.value)["name"]
        os.system("convert " + name)  # want: LNT106


async def convert_later():
    consumer = AIOKafkaConsumer("jobs", bootstrap_servers="queue:9092")
    record = await consumer.getone()
    os.system("convert " + record.key.decode())  # want: LNT106


def poll():
    consumer = Consumer({"bootstrap.servers": "queue:9092"})
    message = consumer.poll(1.0)
    os.system("convert " + message.value().decode())  # want: LNT106


def quoted():
    for record in KafkaConsumer("jobs", bootstrap_servers="queue:9092"):
        os.system("convert " + shlex.quote(record.value.decode()))


def numbered():
    for record in KafkaConsumer("jobs", bootstrap_servers="queue:9092"):
        os.system(f"note {record.offset}")


def daily():
    consumer = Consumer({"bootstrap.servers": "queue:9092"})
    if consumer.poll(1.0):
        os.system("convert daily")
