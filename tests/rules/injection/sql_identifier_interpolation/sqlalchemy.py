"""Names in statements that are handed to the driver, and in those that are built."""

from fastapi import FastAPI
from sqlalchemy import column, create_engine, select, table

app = FastAPI()
engine = create_engine("postgresql:///shop")


@app.get("/rows")
def rows(name: str, order: str):
    with engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT * FROM {name}")  # want: LNT102
        connection.exec_driver_sql(f"SELECT * FROM users ORDER BY {order}")  # want: LNT102
        connection.exec_driver_sql("SELECT * FROM users ORDER BY name")
        connection.execute(select(table(name, column("id"))))
        connection.execute(select(table("users", column(order))).order_by(column(order)))
        return connection.execute(select(table("users", column("id")))).all()
