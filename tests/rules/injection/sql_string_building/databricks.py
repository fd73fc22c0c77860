"""Tables of a lakehouse, by driver and by the interface for statements."""

from databricks import sql
from databricks.sdk import WorkspaceClient
from databricks.sdk.service.sql import StatementParameterListItem
from fastapi import FastAPI

app = FastAPI()
workspace = WorkspaceClient()


@app.get("/rides")
def rides(city: str, seats: int):
    with sql.connect(server_hostname="acme", http_path="/sql") as connection, connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM rides WHERE city = '{city}'")  # want: LNT101
        cursor.execute("SELECT * FROM rides WHERE city = :city", {"city": city})
        cursor.execute("SELECT * FROM rides WHERE city = ?", [city])
        cursor.execute(f"SELECT * FROM rides WHERE seats > {seats}")
        return cursor.fetchall()


@app.get("/statements")
def statements(city: str):
    workspace.statement_execution.execute_statement("SELECT * FROM rides WHERE city = '" + city + "'", "w1")  # want: LNT101
    bound = [StatementParameterListItem(name="city", value=city)]
    return workspace.statement_execution.execute_statement(
        "SELECT * FROM rides WHERE city = :city", "w1", parameters=bound
    )
