"""The engine and the session that requests use."""

import os

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("postgresql://shop:q8!vTz2rW1@db-primary.shop.internal:5432/shop", pool_size=5)
make_session = sessionmaker(engine)

SIGNING_KEY = os.environ.get("SHOP_SIGNING_KEY", "shop-signing-key-2019")
WAREHOUSE_URL = "https://warehouse.shop.internal/api/v2"


def get_session():
    session: Session = make_session()
    try:
        yield session
    finally:
        session.close()
