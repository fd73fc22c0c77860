"""Statements that are handed to the driver as they are, and those that are built."""

from fastapi import Depends, FastAPI
from sqlalchemy import bindparam, create_engine, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

from models import User

app = FastAPI()
engine = create_engine("postgresql:///shop")
SessionLocal = sessionmaker(bind=engine)
async_engine = create_async_engine("postgresql+asyncpg:///shop")
AsyncSessionLocal = async_sessionmaker(async_engine)


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


async def get_async_db() -> AsyncSession:
    async with AsyncSessionLocal() as session:
        yield session


@app.get("/driver")
def driver(name: str, number: int):
    with engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT * FROM users WHERE name = '{name}'")  # want: LNT101
        connection.exec_driver_sql("SELECT * FROM users WHERE name = %s", (name,))
        connection.exec_driver_sql(f"SELECT * FROM users WHERE id = {number}")
        connection.execute("SELECT * FROM users WHERE name = '%s'" % name)  # want: LNT101
        connection.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
    raw = engine.raw_connection()
    cursor = raw.cursor()
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")  # want: LNT101
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))


@app.get("/session")
def session(name: str, db: Session = Depends(get_db)):
    db.execute("SELECT * FROM users WHERE name = '{}'".format(name))  # want: LNT101
    db.execute(text("SELECT * FROM users WHERE name = :name").bindparams(bindparam("name", name)))
    db.execute(select(User).where(User.name == name).order_by(User.id))
    return db.query(User).filter(User.name == name).all()


@app.get("/async")
async def without_blocking(name: str, db: AsyncSession = Depends(get_async_db)):
    async with async_engine.begin() as connection:
        await connection.exec_driver_sql(f"DELETE FROM users WHERE name = '{name}'")  # want: LNT101
        await connection.execute(text("DELETE FROM users WHERE name = :name"), {"name": name})
    found = await db.scalars(select(User).where(User.name.ilike(f"%{name}%")))
    return found.all()
