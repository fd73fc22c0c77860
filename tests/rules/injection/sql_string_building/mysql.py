"""MySQL by four drivers."""

import aiomysql
import mysql.connector
import MySQLdb
import pymysql
from fastapi import FastAPI
from flask import Flask, request
from flask_mysqldb import MySQL
from pymysql.converters import escape_string

app = Flask(__name__)
api = FastAPI()
store = MySQL(app)


@app.post("/login")
def login():
    name, password = request.form["name"], request.form["password"]
    cursor = store.connection.cursor()
    cursor.execute(f"SELECT id FROM users WHERE name = '{name}' AND password = '{password}'")  # want: LNT101
    cursor.execute("SELECT id FROM users WHERE name = %s AND password = %s", (name, password))
    return {"user": cursor.fetchone()}


@app.get("/pymysql")
def by_pymysql():
    name = request.args.get("name", "")
    connection = pymysql.connect(host="localhost", cursorclass=pymysql.cursors.DictCursor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")  # want: LNT101
        cursor.execute("SELECT * FROM users WHERE name = '" + escape_string(name) + "'")
        cursor.execute("SELECT * FROM users WHERE name = " + connection.escape(name))
        connection.query("SELECT * FROM users WHERE name = '%s'" % name)  # want: LNT101
        return cursor.mogrify("SELECT * FROM users WHERE name = %s", (name,))


@app.get("/mysqlclient")
def by_mysqlclient():
    connection = MySQLdb.connect(db="shop")
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM users WHERE name = %s" % request.args["name"])  # want: LNT101
    cursor.execute("SELECT * FROM users WHERE name = %s", [request.args["name"]])
    cursor.executemany("INSERT INTO tags (name) VALUES (%s)", [(tag,) for tag in request.args.getlist("tag")])
    return {"users": cursor.fetchall()}


@app.get("/connector")
def by_connector():
    connection = mysql.connector.connect(database="shop")
    with connection.cursor(dictionary=True) as cursor:
        cursor.execute("SELECT * FROM users WHERE age > {}".format(request.args["age"]))  # want: LNT101
        cursor.execute("SELECT * FROM users WHERE age > {}".format(int(request.args["age"])))
        cursor.execute("SELECT * FROM users WHERE age > %(age)s", {"age": request.args["age"]})
        return {"users": cursor.fetchall()}


@api.get("/aiomysql")
async def by_aiomysql(name: str):
    async with aiomysql.create_pool(db="shop") as pool, pool.acquire() as connection:
        async with connection.cursor(aiomysql.DictCursor) as cursor:
            await cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")  # want: LNT101
            await cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
            return await cursor.fetchall()
