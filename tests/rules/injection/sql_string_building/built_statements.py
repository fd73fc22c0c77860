# file: shop/views.py
"""Statements that a library builds hold what the client sent, as bound values; texts hold it as SQL."""

from fastapi import Depends, FastAPI
from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from shop.filters import only_allowed
from shop.models import Goods

app = FastAPI()
sessions = async_sessionmaker(create_async_engine("postgresql+asyncpg:///shop"))


async def get_db() -> AsyncSession:
    async with sessions() as session:
        yield session


@app.get("/goods")
async def goods(q: str, owner: str, skip: int = 0, limit: int = 10, db: AsyncSession = Depends(get_db)):
    statement = select(Goods).where(or_(Goods.name.ilike(f"%{q}%"), Goods.note.ilike(f"%{q}%")))
    statement = only_allowed(statement, {"owner": owner})
    total = await db.execute(select(func.count()).select_from(statement.subquery()))
    if skip:
        statement = statement.offset(skip)
    found = await db.execute(statement.order_by(Goods.name).limit(limit))
    return {"total": total.scalar(), "rows": found.all()}


@app.get("/text")
async def text_of_goods(q: str, db: AsyncSession = Depends(get_db)):
    connection = await db.connection()
    await connection.exec_driver_sql("SELECT id FROM goods WHERE name = $1", (q,))
    rows = await connection.exec_driver_sql("SELECT id FROM goods WHERE name = '" + q + "'")  # want: LNT101
    return rows.all()


# file: shop/__init__.py
# file: shop/filters.py
def only_allowed(query, filter):
    if filter.get("owner"):
        query = query.filter_by(owner=filter["owner"])
    return query


# file: shop/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Goods(Base):
    __tablename__ = "goods"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    note: Mapped[str]
    owner: Mapped[str]
