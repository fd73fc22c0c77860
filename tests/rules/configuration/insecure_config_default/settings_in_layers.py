# file: shop/settings/base.py
import os

DEBUG = os.environ.get("SHOP_DEBUG", "true") == "true"
TEMPLATE_DEBUG = os.getenv("SHOP_TEMPLATE_DEBUG", "true")  # want: LNT503 @51 "SHOP_TEMPLATE_DEBUG"
ERROR_TRACKER = os.getenv("TRACKER_DSN", "https://8c1f0e4a9b7d4e2fa6c3d5b1908e7f62@errors.shop.io/4")  # want: LNT503
# file: shop/settings/production.py
from shop.settings.base import *

DEBUG = False
