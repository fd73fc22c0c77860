"""Pieces of SQL in sessions of SQLModel."""

from fastapi import Depends, FastAPI
from sqlmodel import Field, Session, SQLModel, create_engine, select, text

app = FastAPI()
engine = create_engine("sqlite:///heroes.db")


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str


def get_session():
    with Session(engine) as session:
        yield session


@app.get("/heroes")
def heroes(name: str, session: Session = Depends(get_session)):
    session.exec(text(f"SELECT * FROM hero WHERE name = '{name}'"))  # want: LNT103
    session.exec(text("SELECT * FROM hero WHERE name = :name"), params={"name": name})
    session.exec(select(Hero).where(Hero.name == name))
    session.execute(text("SELECT * FROM hero WHERE name = '%s'" % name))  # want: LNT103
    return session.exec(select(Hero).where(text("name = :name")).params(name=name)).all()
