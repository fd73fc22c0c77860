"""Names in statements to ClickHouse."""

import clickhouse_connect
from clickhouse_connect.driver.binding import quote_identifier
from clickhouse_driver import Client
from fastapi import FastAPI

app = FastAPI()


@app.get("/rows")
def rows(table: str):
    client = clickhouse_connect.get_client(host="localhost")
    client.query(f"SELECT count() FROM {table}")  # want: LNT102
    client.query(f"SELECT count() FROM {quote_identifier(table)}")
    client.query("SELECT count() FROM {table:Identifier}", parameters={"table": table})
    Client("localhost").execute("SELECT count() FROM %s" % table)  # want: LNT102
    return Client("localhost").execute("SELECT count() FROM events")
