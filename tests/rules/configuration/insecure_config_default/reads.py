"""Every way of reading a value can bring a fallback that everyone knows."""

import os

import click
import environ
from decouple import config

env = environ.Env()

SECRET_KEY = os.getenv("SECRET_KEY", "dev")  # want: LNT503 @38 "SECRET_KEY" "a text of 3 characters"
PASSWORD = os.environ.get("DB_PASSWORD", "postgres")  # want: LNT503
SIGNING_KEY = os.environ.get("SIGNING_KEY") or "hard to guess string"  # want: LNT503 @48
JWT_SECRET = env("JWT_SECRET", default="change-me-please")  # want: LNT503
COOKIE_SECRET = config("COOKIE_SECRET", default="abc123")  # want: LNT503
DATABASE_URL = os.getenv("DATABASE_URL", "postgresql://root:toor@localhost/shop")  # want: LNT503 @42 "DATABASE_URL" "an address with a password in it"
DEBUG = os.getenv("DEBUG", "True") == "True"  # want: LNT503 @28 "DEBUG" "True"
BROKER = os.environ.get("RABBITMQ_DEFAULT_PASS", "shop")  # want: LNT503 @50
VERIFY_SSL = env.bool("VERIFY_SSL", default=False)  # want: LNT503

APP_DEBUG = False if os.getenv("APP_DEBUG") == "False" else True  # want: LNT503 @61 "APP_DEBUG" "True"
WEB_DEBUG = os.environ.get("WEB_DEBUG") != "0"  # want: LNT503 @13 "WEB_DEBUG" "True"
SSL_VERIFY = os.environ.get("SSL_VERIFY") == "1"  # want: LNT503 @14 "SSL_VERIFY" "False"
OFF_DEBUG = True if os.getenv("OFF_DEBUG") == "1" else False
SET_DEBUG = os.environ.get("SET_DEBUG") is not None

SESSION_SECRET = os.getenv("SESSION_SECRET")
EMPTY_SECRET = os.getenv("EMPTY_SECRET", "")
NO_SECRET = os.getenv("NO_SECRET", None)
REQUIRED_SECRET = os.environ["REQUIRED_SECRET"]
OPENAI_API_KEY = os.getenv("OPENAI_API_KEY", "no-key")
TOKEN_HEADER = os.getenv("TOKEN_HEADER", "x-token")
TOKEN_URL = os.getenv("TOKEN_URL", "http://localhost/token")
PASSWORD_ALGORITHM = os.getenv("PASSWORD_ALGORITHM", "bcrypt")
ENABLE_PASSWORD = os.getenv("ENABLE_PASSWORD", "true")
PRIVATE_KEY = os.getenv("PRIVATE_KEY", "/run/secrets/key.pem")
QUIET = os.getenv("DEBUG", "False") == "True"
SAFE_URL = os.getenv("DATABASE_URL", "postgresql://localhost/shop")
SHOWN_URL = os.getenv("DATABASE_URL", "postgresql://user:password@host/shop")

CHECKED_SECRET = os.getenv("CHECKED_SECRET", "dev")
if CHECKED_SECRET == "dev":
    raise SystemExit("set CHECKED_SECRET")

LATE_SECRET = os.environ.get("LATE_SECRET")
if not LATE_SECRET:
    LATE_SECRET = "dev-secret"  # want: LNT503 @19


@click.option("--secret-key", envvar="SECRET_KEY", default="dev")  # want: LNT503 @60 "secret-key"
@click.option("--admin-password", default="dev")
def serve(secret_key, admin_password):
    return secret_key, admin_password



def login(token):
    if token.startswith("new"):
        password = token
    else:
        password = "x-oauth-basic"
    return password


def embed(settings):
    api_key = settings.get("embed")
    if not api_key:
        api_key = "438be524153e11e18f884040d3dc5c07"  # want: LNT503 @19
    return api_key


# file: shop/pytest_plugin.py
import os

ADMIN_PASSWORD = os.environ.get("ADMIN_PASSWORD", "password")
