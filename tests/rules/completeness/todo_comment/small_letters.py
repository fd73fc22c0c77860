# file: app/prices.py
def price(order):
    # todo add the tax  # want: LNT907 @5 "TODO" "add the tax"
    net = order.net  # todo??  # want: LNT907 "TODO"
    # todo in future: the currency  # want: LNT907 "TODO"
    # fixme rounding  # want: LNT907 "FIXME" "rounding"
    # todo  # want: LNT907 "TODO"
    # "net", TODO (likely) once the list has it  # want: LNT907 "TODO"
    # Left as a (possible) TODO, because it is too big for now  # want: LNT907 "TODO" "because it is too big for now"
    # Rounded twice; mending that is a TODO  # want: LNT907 "TODO"
    # The TODO in lists.py says why
    # An entry whose state is TODO is open
    # hack around the order of the checks
    # hack - the checks come first
    # todo is what the accountant calls it
    # todo items are priced elsewhere
    # todos of the accountant
    return net

# file: app/lists.py
class Todos:
    def __init__(self, store):
        self.store = store
        self.open = 0

    def add(self, title, owner):
        # todo and owner are joined by the store
        self.store.put({"title": title, "owner": owner})
        self.open += 1

    def count(self):
        # fixme entries count as well
        return self.open


def finish(todo):
    # todo belongs to one user
    # todo not found
    # todo title, as the user typed it
    todo.done = True


def reopen(todo, owner):
    # todo and owner know each other
    todo.done = False
    todo.owner = owner
    owner.todos.append(todo)
    return todo


def owners(todos):
    # todo in the order of their owners
    found = []
    for todo in todos:
        found.append(todo.owner)
    return found
