# file: shop/storage.py
"""Buckets, regions and accounts belong to one environment, whatever function takes them."""

import os

import boto3
from pydantic import BaseModel

BUCKET_NAME = "bigcorp-orders-live"  # want: LNT501 @15 "bucket" "bigcorp-orders-live"
AWS_REGION = "eu-central-1"  # want: LNT501 @14 "region" "eu-central-1"
EXPORT = "s3://bigcorp-exports/daily"  # want: LNT501 @10 "bucket"
ALERTS = "arn:aws:sns:eu-central-1:482910337745:alerts"  # want: LNT501 @10 "resource"
DOCUMENTED = "arn:aws:sns:eu-central-1:123456789012:alerts"
DEFAULT_REGION = "eu-central-1"
REGION_CHOICE = "eu-central-1"
SHOWN_BUCKET = "your-bucket-name"
PUBLIC_BUCKET = "cloud-public-data-orders"
BUCKET = "movies"
REGION = "europe"


class Options(BaseModel):
    bucket_name: str = "bigcorp-orders-live"
    region: str = "eu-central-1"


def store(upload, order, name="bigcorp-fallback"):
    client = boto3.client("s3", region_name=AWS_REGION)
    upload(client, BUCKET_NAME, SHOWN_BUCKET, BUCKET, REGION, EXPORT, ALERTS, DOCUMENTED)
    upload(client, bucket_name="bigcorp-archive")  # want: LNT501 @32
    upload(client, bucket_name="pictures", bucket=name)
    os.environ["AWS_REGION"] = "eu-west-1"  # want: LNT501 @32
    os.environ.setdefault("AWS_REGION", "eu-west-1")
    path = "s3://bigcorp-exports/weekly"  # want: LNT501
    statement = f"CREATE TABLE weekly LOCATION '{path}'"
    return statement
