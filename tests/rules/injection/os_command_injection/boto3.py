import json
import os
import shlex

import boto3

QUEUE = "https://sqs.eu-west-1.amazonaws.com/1/jobs"
sqs = boto3.client("sqs")


def work():
    for message in sqs.receive_message(QueueUrl=QUEUE)["Messages"]:
        os.system("convert " + json.loads(message["Body"])["name"])  # want: LNT106
        sqs.delete_message(QueueUrl=QUEUE, ReceiptHandle=message["ReceiptHandle"])


def work_on_resource():
    for message in boto3.resource("sqs").Queue(QUEUE).receive_messages():
        os.system("convert " + message.body)  # want: LNT106


def quoted():
    for message in sqs.receive_message(QueueUrl=QUEUE)["Messages"]:
        os.system("convert " + shlex.quote(message["Body"]))


def noted():
    for message in sqs.receive_message(QueueUrl=QUEUE)["Messages"]:
        os.system("note " + message["MessageId"])
