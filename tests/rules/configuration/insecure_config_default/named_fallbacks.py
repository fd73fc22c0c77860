# file: shop/settings.py
"""A fallback may have a name of its own, or be an address that a field of settings holds."""

import os

from pydantic import Field
from pydantic_settings import BaseSettings

from shop.env import read

_SPARE_SECRET_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"
SECRET_KEY = os.getenv("SECRET_KEY", _SPARE_SECRET_KEY)  # want: LNT503 @38 "SECRET_KEY"
DEFAULT_PASSWORD = "Winter2024!"
DB_PASSWORD = os.environ.get("DB_PASSWORD") or DEFAULT_PASSWORD  # want: LNT503 @48
SIGNING_SECRET = "Summer2024!"
JWT_SECRET = read("JWT_SECRET", SIGNING_SECRET)  # want: LNT503 @33
TOKEN = "AKIAQ3EGRZNB7FKXW2LT"
TITLE = os.getenv("TITLE", TOKEN)


class Settings(BaseSettings):
    database_url: str = Field(default="postgresql://shop:v3rySecr3t@db/orders")  # want: LNT503 @39 "database_url"
    cache_url: str = "redis://:v3rySecr3t@cache:6379/0"  # want: LNT503 @22
    search_url: str = Field(default="http://search:9200")
    cookie_secret: str = _SPARE_SECRET_KEY  # want: LNT503 @26


# file: shop/env.py
import os


def read(name, default=None):
    return os.environ.get(name, default)
