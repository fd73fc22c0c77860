# file: app/settings.py
"""A project's own function that reads the environment is a reader like any library's, in whatever file it is."""

from app.env import flag, pick, read
from app.labels import label

DATABASE = {"PASSWORD": read("DB_PASSWORD", "postgres")}  # want: LNT503 @45 "DB_PASSWORD" "a text of 8 characters"
DEBUG = flag("DEBUG", True)  # want: LNT503 @23 "DEBUG" "True"
SECRET = pick("SHOP_SECRET", default="abc")  # want: LNT503
TITLE = label("PASSWORD", "Password of the shop")
READ = read("DB_PASSWORD", "")
NAMED = read("DB_NAME", "postgres")

# file: app/layers.py
"""A reader that is given the configuration it completes falls back only where that says nothing."""

from app.env import pick_from

config = {"DEBUG": False}
config["DEBUG"] = pick_from("DEBUG", default=True, config=config)
config["SHOP_SECRET"] = pick_from("SHOP_SECRET", default="abc", config={})  # want: LNT503

# file: app/star.py
from app.env import *  # noqa: F403

SENTRY_DSN = read("SENTRY_DSN", "https://68b045ab408a4d32a910d339be8591a4@sentry.shop.io/5")  # want: LNT503 @33 "SENTRY_DSN" "an account at sentry.shop.io, key included"

# file: app/env.py
import os


def read(name, default=None):
    for key in ["SHOP_" + name, name]:
        value = os.environ.get(key)
        if value is not None:
            return value
    return default


def flag(name, default=False):
    return read(name, default)


def pick(key, *, default=None):
    return os.environ[key] if key in os.environ else default


def pick_from(key, *, default=None, config=None):
    if key in os.environ:
        return os.environ[key]
    return config.get(key, default)


# file: app/labels.py
TEXTS = {}


def label(key, default):
    return TEXTS.get(key, default)
