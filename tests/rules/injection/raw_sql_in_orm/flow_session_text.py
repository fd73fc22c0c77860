"""Text that is handed to an ORM's session: constant with bound values, or made of the values."""

from flask import Flask, abort, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import bindparam, create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = Flask(__name__)
db = SQLAlchemy(app)
engine = create_engine("sqlite:///shop.db")
KINDS = ("chair", "table")


class Base(DeclarativeBase):
    pass


class Goods(Base):
    __tablename__ = "goods"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


def clause(name):
    return f"name = '{name}'"


def bound_clause(name):
    return "name = :name"


@app.get("/1")
def embedded():
    return db.session.execute(text(f"SELECT id FROM goods WHERE name = '{request.args['q']}'")).all()  # want: LNT103


@app.get("/2")
def bound():
    return db.session.execute(text("SELECT id FROM goods WHERE name = :q"), {"q": request.args["q"]}).all()


@app.get("/3")
def bound_in_the_text():
    return db.session.execute(text("SELECT id FROM goods WHERE name = :q").bindparams(q=request.args["q"])).all()


@app.get("/4")
def expression():
    with Session(engine) as session:
        return session.execute(select(Goods).where(Goods.name == request.args["q"])).all()


@app.get("/5")
def filtered_by_text():
    with Session(engine) as session:
        return session.query(Goods).filter(text("name = '" + request.args["q"] + "'")).all()  # want: LNT103


@app.get("/6")
def filtered_by_constant_text():
    with Session(engine) as session:
        return session.query(Goods).filter(text("name = :q")).params(q=request.args["q"]).all()


@app.get("/7")
def by_a_helper():
    with engine.connect() as connection:
        return connection.execute(text("SELECT id FROM goods WHERE " + clause(request.args["q"]))).all()  # want: LNT103


@app.get("/8")
def by_a_helper_bound():
    name = request.args["q"]
    with engine.connect() as connection:
        return connection.execute(text("SELECT id FROM goods WHERE " + bound_clause(name)), {"name": name}).all()


@app.get("/9")
def known():
    kind = request.args["kind"]
    if kind not in KINDS:
        abort(400)
    return db.session.execute(text(f"SELECT id FROM goods WHERE kind = '{kind}'")).all()


@app.get("/10")
def known_too_late():
    kind = request.args["kind"]
    found = db.session.execute(text(f"SELECT id FROM goods WHERE kind = '{kind}'")).all()  # want: LNT103
    if kind not in KINDS:
        abort(400)
    return found


@app.get("/11")
def numbered():
    return db.session.execute(text(f"SELECT id FROM goods WHERE size = {int(request.args['size'])}")).all()


@app.get("/12")
def dead():
    kind = request.args["kind"] if 6 * 7 < 40 else "chair"
    return db.session.execute(text(f"SELECT id FROM goods WHERE kind = '{kind}'")).all()


@app.get("/13")
def expanding():
    statement = text("SELECT id FROM goods WHERE name IN :names").bindparams(bindparam("names", expanding=True))
    return db.session.execute(statement, {"names": request.args.getlist("q")}).all()


@app.get("/14")
def own_text():
    def text(value):
        return value.strip()

    return text("SELECT " + request.args["q"])
