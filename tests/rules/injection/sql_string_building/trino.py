"""Questions to a lake by way of Trino."""

from fastapi import FastAPI
from trino.dbapi import connect

app = FastAPI()
RECENT = "SELECT * FROM trips WHERE day > current_date - INTERVAL '7' DAY"


@app.get("/trips")
def trips(city: str, seats: int):
    connection = connect(host="trino", catalog="lake")
    cursor = connection.cursor()
    cursor.execute(f"SELECT * FROM trips WHERE city = '{city}'")  # want: LNT101
    cursor.execute("SELECT * FROM trips WHERE city = ?", (city,))
    cursor.execute(f"{RECENT} AND seats > {seats}")
    return cursor.fetchall()
