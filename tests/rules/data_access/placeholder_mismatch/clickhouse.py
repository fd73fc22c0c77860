"""ClickHouse takes %(name)s, which the client puts in, and {name:Type}."""

import clickhouse_connect
from clickhouse_driver import Client


def find(name: str):
    native = Client("localhost")
    native.execute("SELECT * FROM users WHERE name = ?", {"name": name})  # want: LNT316
    native.execute("SELECT * FROM users WHERE name = :name", {"name": name})  # want: LNT316
    native.execute("SELECT * FROM users WHERE name = %(name)s", {"name": name})
    native.execute("INSERT INTO users (name) VALUES", [(name,)])
    client = clickhouse_connect.get_client(host="localhost")
    client.query("SELECT * FROM users WHERE name = :name", {"name": name})  # want: LNT316
    client.query("SELECT * FROM users WHERE name = {name:String}", parameters={"name": name})
    return client.query("SELECT * FROM users WHERE name = %(name)s", parameters={"name": name})
