"""Names of tables at BigQuery, which takes no parameters for them."""

from fastapi import FastAPI
from google.cloud import bigquery

app = FastAPI()
TABLES = {"pages": "acme.web.pages", "clicks": "acme.web.clicks"}


@app.get("/rows/{name}")
def rows(name: str):
    client = bigquery.Client()
    client.query(f"SELECT * FROM `acme.web.{name}`")  # want: LNT102
    return list(client.query(f"SELECT * FROM `{TABLES[name]}`"))
