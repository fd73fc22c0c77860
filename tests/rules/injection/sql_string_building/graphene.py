import sqlite3

import graphene

db = sqlite3.connect("shop.db")


class AddItem(graphene.Mutation):
    class Arguments:
        name = graphene.String()

    ok = graphene.Boolean()

    def mutate(self, info, name):
        db.execute(f"INSERT INTO items (name) VALUES ('{name}')")  # want: LNT101
        return AddItem(ok=True)


class RenameItem(graphene.Mutation):
    ok = graphene.Boolean()

    def mutate(self, info, name):
        db.execute("UPDATE items SET name = ?", (name,))
        return RenameItem(ok=True)
