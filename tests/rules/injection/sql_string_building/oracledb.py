"""Oracle, by the library and by its older name."""

import cx_Oracle
import oracledb
from fastapi import FastAPI
from flask import Flask, jsonify, request

app = Flask(__name__)
api = FastAPI()


@app.get("/accounts")
def accounts():
    owner = request.args["owner"]
    with oracledb.connect(dsn="db/xe") as connection, connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM accounts WHERE owner = '{owner}'")  # want: LNT101
        cursor.execute("SELECT * FROM accounts WHERE owner = :owner", {"owner": owner})
        cursor.execute("SELECT * FROM accounts WHERE owner = :owner", owner=owner)
        cursor.execute("SELECT * FROM accounts WHERE owner = :1", [owner])
        return jsonify(cursor.fetchall())


@app.get("/old")
def old():
    connection = cx_Oracle.connect("scott@db/xe")
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM emp WHERE ename = '%s'" % request.args["name"])  # want: LNT101
    cursor.prepare("SELECT * FROM emp WHERE ename = :name")
    cursor.execute(None, {"name": request.args["name"]})
    return jsonify(cursor.fetchall())


@api.get("/balances")
async def balances(account: str):
    pool = oracledb.create_pool_async(dsn="db/xe")
    async with pool.acquire() as connection:
        await connection.fetchall("SELECT * FROM balances WHERE account = '" + account + "'")  # want: LNT101
        await connection.execute("UPDATE balances SET seen = 1 WHERE account = :1", [account])
        return await connection.fetchall("SELECT * FROM balances WHERE account = :account", {"account": account})
