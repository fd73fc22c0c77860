# file: shop/settings.py
"""A secret that only stands in where none is configured is one defect, and LNT503 speaks of it."""

import os

from pydantic import Field
from pydantic_settings import BaseSettings

from shop.env import read

_SPARE_SECRET_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"
SECRET_KEY = os.getenv("SECRET_KEY", _SPARE_SECRET_KEY)
DEFAULT_PASSWORD = "Winter2024!"
DB_PASSWORD = os.environ.get("DB_PASSWORD") or DEFAULT_PASSWORD
SIGNING_SECRET = "Summer2024!"
JWT_SECRET = read("JWT_SECRET", SIGNING_SECRET)
TOKEN = "AKIAQ3EGRZNB7FKXW2LT"  # want: LNT502 @9
TITLE = os.getenv("TITLE", TOKEN)
HEADING = os.getenv("HEADING", "AKIAQ3EGRZNB7FKXW2LA")  # want: LNT502 @32
FRONTEND_DSN = read("FRONTEND_DSN", "https://8c1f0e4a9b7d4e2fa6c3d5b1908e7f62@errors.shop.io/4")


class Settings(BaseSettings):
    database_url: str = Field(default="postgresql://shop:v3rySecr3t@db/orders")
    cache_url: str = "redis://:v3rySecr3t@cache:6379/0"
    search_url: str = Field(default="http://search:9200")
    storage: str = "AKIAQ3EGRZNB7FKXW2LB"  # want: LNT502 @20
    cookie_secret: str = _SPARE_SECRET_KEY


# file: shop/env.py
import os


def read(name, default=None):
    return os.environ.get(name, default)
