"""Pieces of SQL in what is built."""

from fastapi import Depends, FastAPI
from sqlalchemy import DDL, bindparam, column, create_engine, func, literal_column, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

from models import User

app = FastAPI()
engine = create_engine("postgresql:///shop")
SessionLocal = sessionmaker(bind=engine)
AsyncSessionLocal = async_sessionmaker(create_async_engine("postgresql+asyncpg:///shop"))
ACTIVE = text("users.active AND users.name = :name")


def get_db():
    with SessionLocal() as db:
        yield db


@app.get("/users")
def users(name: str, number: int, db: Session = Depends(get_db)):
    db.execute(text(f"SELECT * FROM users WHERE name = '{name}'"))  # want: LNT103
    db.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
    db.execute(text("SELECT * FROM users WHERE name = :name").bindparams(name=name))
    db.execute(text(f"SELECT * FROM users WHERE id = {number}"))
    db.query(User).filter(text("name = '%s'" % name)).all()  # want: LNT103
    db.query(User).filter(ACTIVE).params(name=name).all()
    return db.query(User).from_statement(text("SELECT * FROM users WHERE name = :name")).params(name=name).all()


@app.get("/sorted")
def in_order(order: str, db: Session = Depends(get_db)):
    db.scalars(select(User).order_by(text(order)))  # want: LNT103
    db.scalars(select(User).order_by(literal_column(order)))  # want: LNT103
    db.scalars(select(User).order_by(column(order, is_literal=True)))  # want: LNT103
    db.scalars(select(User).order_by(column(order)))
    db.scalars(select(User).order_by(getattr(User, order)))
    db.scalars(select(User).order_by(literal_column("length(name)")))
    return db.scalars(select(func.lower(bindparam("order", order)))).all()


@app.get("/hints")
async def hints(hint: str, name: str):
    async with AsyncSessionLocal() as session:
        await session.execute(select(User).with_statement_hint(hint))  # want: LNT103
        await session.execute(select(User).prefix_with("ALL").where(User.name == name))
        statement = text("SELECT * FROM users WHERE name = '" + name + "'")  # want: LNT103
        return (await session.execute(statement)).all()


def prepare(table):
    return DDL("CREATE EXTENSION IF NOT EXISTS citext")
