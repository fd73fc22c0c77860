"""Pages of web.py: what a client sends is asked of the module."""

import web

urls = ("/goods", "Goods", "/kinds", "Kinds", "/bound", "Bound")
db = web.database(dbn="sqlite", db="shop.db")


class Goods:
    def GET(self):
        name = web.input().name
        return db.query("SELECT id FROM goods WHERE name = '" + name + "'")  # want: LNT101

    def POST(self):
        given = web.input(page="1")
        return db.query(f"SELECT id FROM goods LIMIT {int(given.page)}")


class Kinds:
    def GET(self):
        kind = web.cookies().get("kind")
        return db.query("SELECT id FROM kinds WHERE name = '%s'" % kind)  # want: LNT101

    def POST(self):
        return db.query("SELECT id FROM kinds WHERE name = '" + web.data().decode() + "'")  # want: LNT101


class Bound:
    def GET(self):
        return db.query("SELECT id FROM goods WHERE name = $name", vars={"name": web.input().name})


app = web.application(urls, globals())
