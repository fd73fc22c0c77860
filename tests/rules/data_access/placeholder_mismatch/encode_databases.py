"""databases takes :name, whatever the driver."""

from databases import Database

database = Database("postgresql:///shop")


async def find(name: str, mail: str):
    await database.fetch_all("SELECT * FROM users WHERE name = $1", {"name": name})  # want: LNT316
    await database.fetch_all("SELECT * FROM users WHERE name = %(name)s", {"name": name})  # want: LNT316
    await database.fetch_one("SELECT * FROM users WHERE name = :name AND mail = :mail", {"name": name})  # want: LNT316
    await database.fetch_one("SELECT * FROM users WHERE name = :name AND mail = :mail", {"name": name, "mail": mail})
    await database.fetch_val("SELECT name::text FROM users WHERE name = :name", {"name": name})
    await database.execute_many("INSERT INTO users (name) VALUES (:name)", [{"name": name}])
    return await database.fetch_all("SELECT * FROM users WHERE name = :name", values={"name": name})
