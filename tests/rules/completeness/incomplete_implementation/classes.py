# file: app/exporters.py
from abc import ABC, abstractmethod
from typing import Protocol


class Orphan:
    def to_csv(self, rows):  # want: LNT908 @5 "Orphan.to_csv" "it raises NotImplementedError and nothing overrides it"
        raise NotImplementedError

    def name(self):
        return "orphan"


class Parent:
    def to_csv(self, rows):
        raise NotImplementedError

    def name(self):
        return "parent"


class Child(Parent):
    def to_csv(self, rows):
        return ",".join(rows)

    def to_xml(self, rows):  # want: LNT908 @5 "Child.to_xml"
        raise NotImplementedError("not implemented yet")

    def to_pdf(self, rows):
        raise NotImplementedError

    def reset(self, hard):
        pass

    def stop(self, server):
        raise NotImplementedError("Stopping is not implemented. Delete the server instead.")


class Abstract(ABC):
    @abstractmethod
    def to_csv(self, rows): ...

    def prepare(self, rows):
        pass


class Writer(Protocol):
    def write(self, text: str) -> None: ...


class Port:
    def read(self, key): ...

    def write(self, key, value): ...


class NullExporter:
    def to_csv(self, rows):
        pass

    def name(self):
        return "null"


class ExporterMixin:
    def to_csv(self, rows):
        raise NotImplementedError


class Elsewhere:
    """Subclasses say how rows are written."""

    def to_csv(self, rows):
        raise NotImplementedError


class ShopError(Exception):
    def __init__(self, message):
        pass


# file: app/orders.py
from app.exporters import Parent


class Orders(Parent):
    def to_csv(self, rows):
        return ";".join(rows)


# file: app/views.py
from flask.views import MethodView


class OrderView(MethodView):
    def get(self, order_id):
        return self.load(order_id)

    def post(self, order):  # want: LNT908 "OrderView.post" "its body is empty"
        pass

    def load(self, order_id):
        return order_id


# file: app/example_plugin/actions.py
def sleep(context):
    pass


# file: tests/test_exporters.py
def make(order):
    pass
