# file: app/base.py
class Exporter:
    def to_csv(self, rows):  # want: LNT908 "Exporter.to_csv"
        raise NotImplementedError

    def name(self):
        return "exporter"


# file: app/orders.py
def orders():
    return []


# file: app/orders.py #2
# rechecked: app/orders.py LNT908
from app.base import Exporter


class Orders(Exporter):
    def to_csv(self, rows):
        return ",".join(rows)


# file: app/base.py #2
class Exporter:
    def to_csv(self, rows):
        raise NotImplementedError

    def name(self):
        return "exporter"


# file: app/orders.py #3
# rechecked: app/orders.py
from app.base import Exporter


class Orders(Exporter):
    def to_csv(self, rows):
        return ";".join(rows)
