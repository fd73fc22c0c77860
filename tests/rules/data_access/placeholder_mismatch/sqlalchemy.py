"""SQLAlchemy's texts take :name; what is handed to the driver is in the driver's own style."""

from sqlalchemy import bindparam, create_engine, text
from sqlalchemy.orm import Session

engine = create_engine("postgresql:///shop")


def find(name: str, mail: str):
    with Session(engine) as session:
        session.execute("SELECT * FROM users WHERE name = %s", {"name": name})  # want: LNT316
        session.execute("SELECT * FROM users WHERE name = ?", {"name": name})  # want: LNT316
        session.execute("SELECT * FROM users WHERE name = :name", {"name": name})
        session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
        session.execute(text("SELECT * FROM users WHERE name = :name").bindparams(name=name))
        session.execute(text("SELECT * FROM users WHERE name = :name").bindparams(bindparam("name", mail)))
        session.execute(text("SELECT '10\\:30', name::text FROM users"))
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM users WHERE name = %s", (name,))
        connection.exec_driver_sql("SELECT * FROM users WHERE name = %(name)s", {"name": name})
        return connection.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name}).all()
