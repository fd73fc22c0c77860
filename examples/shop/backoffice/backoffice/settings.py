"""Django settings of the back office."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = "j3$k9!x0-wq2z7@r5t&y8u1i4o6p_a#s"
DEBUG = os.getenv("BACKOFFICE_DEBUG", "true") == "true"
ALLOWED_HOSTS = os.environ.get("BACKOFFICE_HOSTS", "").split(",")

INSTALLED_APPS = ["django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes", "shop_admin"]
ROOT_URLCONF = "backoffice.urls"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("BACKOFFICE_DB", "shop"),
        "HOST": "db-primary.shop.internal",
        "USER": os.environ["BACKOFFICE_DB_USER"],
        "PASSWORD": os.environ.get("BACKOFFICE_DB_PASSWORD", "shop-admin-7h3n"),
    }
}

EMAIL_HOST = os.environ["BACKOFFICE_MAIL_HOST"]
STATIC_URL = "/static/"
