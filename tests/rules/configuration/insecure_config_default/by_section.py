"""A section and a name looked up in a configuration, and keys that are made to be seen."""

import os

from shop.reader import config_get, lookup, settings

FIRST = config_get("bootstrap", "admin_password", default="secret")  # want: LNT503 @59 "admin_password"
SECOND = settings.get("mail", "smtp_password", fallback="hunter2")  # want: LNT503 @57
EMPTY = config_get("bootstrap", "admin_password", default="")
LABEL = lookup("form", "password", default="Password")
TITLE = config_get("form", "title", default="secret")

SIGNING_KEY = os.getenv("SIGNING_KEY", "shop_SIGNING_KEY")
MAPPING = settings.mapping
if "password" not in MAPPING:
    MAPPING["password"] = "password"

TRACKING_KEY = os.getenv("TRACKING_API_KEY", "phc_bVT2ugnZhMHRWqMvSRHPdeTjaPxQqT3QSsI3r5FlQR5")
FRONTEND_DSN = os.getenv("FRONTEND_TRACKER_DSN", "https://8c1f0e4a9b7d4e2fa6c3d5b1908e7f62@errors.shop.io/4")
BACKEND_DSN = os.getenv("TRACKER_DSN", "https://8c1f0e4a9b7d4e2fa6c3d5b1908e7f62@errors.shop.io/4")  # want: LNT503
