"""A migration: what it puts together is written in it."""

import sqlalchemy as sa
from alembic import op

TABLES = ("users", "orders")
OLD, NEW = "open", "opened"


def upgrade():
    for table in TABLES:
        op.execute(f"UPDATE {table} SET tenant = 1 WHERE tenant IS NULL")
    op.execute("UPDATE orders SET state = '%s' WHERE state = '%s'" % (NEW, OLD))
    connection = op.get_bind()
    for number, name in connection.execute(sa.text("SELECT id, name FROM users")):
        connection.execute(sa.text("UPDATE users SET slug = :slug WHERE id = :id"), {"slug": name.lower(), "id": number})


def downgrade():
    op.execute("UPDATE orders SET state = '%s' WHERE state = '%s'" % (OLD, NEW))
