# file: shop/config.py
"""What a settings file says is in force, a stand-in too; what only looks like it is not."""

GUEST_JWT_SECRET = "test-guest-secret-change-me"  # want: LNT502 @20 "the value of GUEST_JWT_SECRET"
RELAY_PASSWORD = "shop"  # want: LNT502 @18
CHANGE_ME_SECRET = "change-me"
UNSET_SECRET = ""
NO_PASSWORD = "none"
RELAY_PASSWORD_HINT = "a town"
SIGNING_KEY = "${SIGNING_KEY}"
COOKIE_SECRET = "/run/secrets/cookie"
PARTNER_API_KEY = "change-me"
TOKEN_GENERATOR_SALT = "shop.accounts.forms.TokenGenerator"
JWT_SECRET = "JWT_SECRET_VARIABLE"


class ShopConfig:
    WEBHOOK_SECRET = "my webhook"
    SESSION_SECRET = "keep-it-quiet"  # want: LNT502 @22


class TestingConfig:
    SESSION_SECRET = "keep-it-quiet"


class Labels:
    SESSION_SECRET = "keep-it-quiet"


# file: shop/start.py
from shop.config import CHANGE_ME_SECRET


def start(secret):
    if secret == CHANGE_ME_SECRET:
        raise SystemExit("set a secret")


# file: shop/tokens.py
"""A dotted name tells signatures apart and opens nothing; examples are there to be read."""


class Generator:
    key_salt = "shop.accounts.forms.customer.TokenGenerator"
    metadata = {
        "connection_examples": [{"text": "postgresql://shop:v3rySecr3t@192.168.1.5/orders"}],
        "connection": "postgresql://shop:v3rySecr3t@192.168.1.5/orders",  # want: LNT502 @23
    }
    sqlalchemy_uri_placeholder = "postgresql://shop:v3rySecr3t@192.168.1.5/orders"

# file: desk/settings.py
DATABASES = {
    "default": {"HOST": "db", "USER": "desk", "PASSWORD": "desk"},  # want: LNT502 @59
    "reports": {"HOST": "db", "USER": "desk", "PASSWORD": ""},
}


class DefaultConfig:
    SECRET_KEY = "secret key"  # want: LNT502 @18


class Names:
    SECRET_KEY = "secret key"


# file: desk/project_template/project_name/settings.py
SECRET_KEY = "secret key"
GUEST_JWT_SECRET = "keep-it-quiet"
