# file: shop/settings/base.py
"""A settings module says its values by name; what the environment can override there is silent."""

import os

EMAIL_HOST = "mail.shop.io"  # want: LNT501 @14 "host" "mail.shop.io" "as EMAIL_HOST"
EMAIL_PORT = int(os.getenv("EMAIL_PORT", "25"))
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "shop",
        "HOST": "db",  # want: LNT501 @17
        "PORT": 5432,
    },
    "reports": {"HOST": os.environ.get("REPORTS_HOST", "localhost")},
}
RQ_QUEUES = {
    "critical": {
        "HOST": "localhost",  # want: LNT501 @17
        "PORT": 6379,
    }
}
REPORT_BASEURL = "http://0.0.0.0:8080/"  # want: LNT501 @18 "address"
TUNNEL_BIND_ADDRESS = "127.0.0.1"
MEDIA_ROOT = "/srv/shop/media"  # want: LNT501 @14 "path"
if "TRAVIS" in os.environ:
    CACHES = {"default": {"LOCATION": "redis://localhost:6379/0"}}
MEDIA_URL = "/media/files/"
STATIC_ROOT = os.path.join(os.path.dirname(__file__), "static")
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
LOGGING = {"handlers": {"file": {"filename": "/home/shop/logs/errors.log"}}}  # want: LNT501 @46 "path"
INTERNAL_IPS = ["127.0.0.1"]
BROKER_URL = os.environ.get("BROKER_URL") or "redis://localhost:6379/0"
CACHE_URL = os.environ.get("CACHE_URL")
if not CACHE_URL:
    CACHE_URL = "redis://localhost:6379/1"

# file: shop/config.py
class Broker:
    def __init__(self):
        self.broker_url = "redis://127.0.0.1:6379/0"

    def read(self, parser):
        self.broker_url = parser.get("broker", "url")


DB_HOST = "SHOP_DB_HOST"
LEGACY_PATH = "/etc/shop/shop.conf"

# file: shop/settings/dev.py
from shop.settings.base import *  # noqa: F403

EMAIL_HOST = "localhost"
DATABASES = {"default": {"HOST": "localhost"}}

# file: tests/test_mail.py
EMAIL_HOST = "mail.internal"
SERVICE_URL = "http://10.0.0.1:8080"

# file: shop/settings/live.py
from shop.settings.base import *  # noqa: F403

ALLOWED_HOSTS = ["www.shop.eus", "127.0.0.1", "shop.eus"]  # want: LNT501 @18 "allowed origin" "www.shop.eus"

# file: shop/settings_default.py
"""What a file of defaults says of the machine itself is there to be replaced."""

SERVER_HOSTNAME = "localhost"
CLIENT_INTERFACE = "0.0.0.0"
EMAIL_HOST = "mail.shop.io"  # want: LNT501

# file: shop/constants.py
SHOP_SECRET_PATH = "/var/shop-secrets/auth"


class Headers:
    forwarded_host = "x-forwarded-host"
    FORWARDED_HOST = "x-forwarded-host"

# file: site/settings.py
"""A file that looks for settings of the machine it runs on lets them replace what it says of a local one."""

CACHE_URL = "redis://localhost:6379/0"
EMAIL_HOST = "mail.shop.io"  # want: LNT501

try:
    from site.local_settings import *  # noqa: F403
except ImportError:
    pass

# file: site/config.py
BROKER_URL = "redis://localhost:6379/0"

with open("/etc/site/local.py") as local:
    exec(local.read())

# file: desk/settings.py
from site.settings import *  # noqa: F403

BROKER_URL = "redis://localhost:6379/0"  # want: LNT501
