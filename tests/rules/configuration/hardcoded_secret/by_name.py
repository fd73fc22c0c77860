# file: app/secrets.py
"""The name of a credential and the look of one together; a name alone proves nothing."""

from enum import Enum

SIGNING_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"  # want: LNT502 @15 "the value of SIGNING_KEY" "q8Zr... (24 characters)"
apiKey = "9f86d081884c7d659a2feaa0c55ad015"  # want: LNT502 @10
OPTIONS = {"client_secret": "q8Zr1LwX0vTn5JpYc3KdG7hB", "client_id": "q8Zr1LwX0vTn5JpYc3KdG7hC"}  # want: LNT502 @29
ADMIN_PASSWORD = "Winter2024!"  # want: LNT502
OLD_PASSWORD = "password1234"
TOKEN_URL = "/api/token"
TOKEN_TYPE = "bearer"
PASSWORD_HASHER = "argon2"
API_KEY_HEADER = "x-api-key"
API_KEY_PREFIX = "SHOPKEY_"
PASSWORD_RESET = "password-reset"
SECRET_NAME = "shop/production/database"
SECRET_KEY_FILE = "/run/secrets/key"
PRIVATE_KEY = "certs/private.pem"
PASSWORD = ""
NEXT_TOKEN = None
API_TOKEN = "<your token>"
ACCESS_TOKEN = "your-access-token"
INCORRECT_PASSWORD = "The password is incorrect"
ENV_PASSWORD = "SHOP_ADMIN_PASSWORD"
max_tokens = "4096"


class Grant(Enum):
    PASSWORD = "password"
    CLIENT_SECRET = "client-secret"


class Fields:
    PASSWORD = "password"
    SECRET_KEY = "secret-key"


def login(connect, password="changeme"):
    connect(user="shop", password="hunter22")  # want: LNT502 @35
    connect(user="shop", password=password)
    connect(label="password", kind="secret")


# file: app/start.py
from app.secrets import ADMIN_PASSWORD, OLD_PASSWORD


def start(users):
    users.create("admin", ADMIN_PASSWORD)
    if users.password == OLD_PASSWORD:
        raise SystemExit("change the password")


# file: tests/test_start.py
ADMIN_PASSWORD = "Winter2024!"
SIGNING_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"

# file: app/codes.py
urls_auth_set_password = "desk5:set_password"
LOGIN_PASSWORD = "desk5:password"
INVALID_PASSWORD = "28P01"
RESET_PASSWORD = "r3s3t"


class Parameters:
    DEFAULT_PASSWORD = "guest"
    ROOT_PASSWORD = "guest"  # want: LNT502 @21

# file: shop/public.py
"""Keys that everyone is given, and addresses of error trackers, open nothing."""

TRACKING_API_KEY = "phc_bVT2ugnZhMHRWqMvSRHPdeTjaPxQqT3QSsI3r5FlQR5"
PUBLISHABLE_SECRET_KEY = "q8Zr1LwX0vTn5JpYc3KdG7hB"
ERRORS = "https://8c1f0e4a9b7d4e2fa6c3d5b1908e7f62@errors.shop.io/1373987"
OLD_ERRORS = "https://8c1f0e4a9b7d4e2fa6c3d5b1908e7f62:9d2f0e4a9b7d4e2fa6c3d5b1908e7f63@errors.shop.io/4"  # want: LNT502
QUEUE = "https://8c1f0e4a9b7d4e2fa6c3d5b1908e7f62@queue.shop.io/orders"  # want: LNT502
