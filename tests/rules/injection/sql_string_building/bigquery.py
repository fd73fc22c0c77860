"""Questions to BigQuery."""

from fastapi import FastAPI
from google.cloud import bigquery

app = FastAPI()
TABLE = "acme.web.pages"


@app.get("/pages")
def pages(title: str, year: int):
    client = bigquery.Client()
    config = bigquery.QueryJobConfig(query_parameters=[bigquery.ScalarQueryParameter("title", "STRING", title)])
    client.query(f"SELECT * FROM `{TABLE}` WHERE title = '{title}'")  # want: LNT101
    client.query(f"SELECT * FROM `{TABLE}` WHERE title = @title", job_config=config)
    client.query(f"SELECT * FROM `{TABLE}` WHERE year = {year}")
    client.query_and_wait("SELECT * FROM pages WHERE title = '%s'" % title)  # want: LNT101
    return list(client.query_and_wait("SELECT * FROM pages WHERE title = @title", job_config=config))
