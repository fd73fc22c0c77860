# file: app/files.py
import os


def sizes(paths):
    for path in paths:
        try:
            size = os.path.getsize(path)
        except Exception:
            continue
        yield size


def measured(paths):
    for path in paths:
        try:
            size = os.path.getsize(path)
            yield measure(path, size)
        except Exception:  # want: LNT601
            continue


# file: app/migrations/versions/0002_prices.py
from alembic import op


def upgrade():
    try:
        op.drop_constraint("price", "orders")
    except Exception:
        pass
    try:
        op.execute("UPDATE orders SET price = 0")
    except Exception:  # want: LNT601
        pass
