"""Examples on the card of LNT402, in a file of their own because width needs length to show."""

ALL_ROUTES = """\
from fastapi import APIRouter

router = APIRouter()


@router.get("/users")
def list_users():
    return []


@router.post("/users")
def create_user(name: str):
    return {"name": name}


@router.get("/users/{key}")
def read_user(key: int):
    return {"key": key}


@router.delete("/users/{key}")
def delete_user(key: int):
    return {"deleted": key}


@router.get("/orders")
def list_orders():
    return []


@router.post("/orders")
def create_order(name: str):
    return {"name": name}


@router.get("/orders/{key}")
def read_order(key: int):
    return {"key": key}


@router.delete("/orders/{key}")
def delete_order(key: int):
    return {"deleted": key}


@router.get("/products")
def list_products():
    return []


@router.post("/products")
def create_product(name: str):
    return {"name": name}


@router.get("/products/{key}")
def read_product(key: int):
    return {"key": key}


@router.delete("/products/{key}")
def delete_product(key: int):
    return {"deleted": key}


@router.get("/vouchers")
def list_vouchers():
    return []


@router.post("/vouchers")
def create_voucher(name: str):
    return {"name": name}


@router.get("/vouchers/{key}")
def read_voucher(key: int):
    return {"key": key}


@router.delete("/vouchers/{key}")
def delete_voucher(key: int):
    return {"deleted": key}
"""

ADMIN_CONTROLLER = """\
class AdminController:
    def __init__(self, session):
        self.session = session

    def create_customer(self, name):
        row = {"kind": "customer", "name": name}
        self.session.add(row)
        return row

    def rename_customer(self, key, name):
        row = self.session.get("customer", key)
        row["name"] = name

    def delete_customer(self, key):
        row = self.session.get("customer", key)
        self.session.delete(row)

    def export_customers(self, target):
        rows = self.session.all("customer")
        target.write(rows)

    def create_invoice(self, name):
        row = {"kind": "invoice", "name": name}
        self.session.add(row)
        return row

    def rename_invoice(self, key, name):
        row = self.session.get("invoice", key)
        row["name"] = name

    def delete_invoice(self, key):
        row = self.session.get("invoice", key)
        self.session.delete(row)

    def export_invoices(self, target):
        rows = self.session.all("invoice")
        target.write(rows)

    def create_campaign(self, name):
        row = {"kind": "campaign", "name": name}
        self.session.add(row)
        return row

    def rename_campaign(self, key, name):
        row = self.session.get("campaign", key)
        row["name"] = name

    def delete_campaign(self, key):
        row = self.session.get("campaign", key)
        self.session.delete(row)

    def export_campaigns(self, target):
        rows = self.session.all("campaign")
        target.write(rows)

    def create_warehouse(self, name):
        row = {"kind": "warehouse", "name": name}
        self.session.add(row)
        return row

    def rename_warehouse(self, key, name):
        row = self.session.get("warehouse", key)
        row["name"] = name

    def delete_warehouse(self, key):
        row = self.session.get("warehouse", key)
        self.session.delete(row)

    def export_warehouses(self, target):
        rows = self.session.all("warehouse")
        target.write(rows)
"""

ORDER_ROUTES = """\
from fastapi import APIRouter

router = APIRouter()


@router.get("/orders")
def list_orders():
    return []


@router.post("/orders")
def create_order(name: str):
    return {"name": name}


@router.get("/orders/{key}")
def read_order(key: int):
    return {"key": key}


@router.delete("/orders/{key}")
def delete_order(key: int):
    return {"deleted": key}
"""

ORDER_PARTS = """\
from fastapi import APIRouter

router = APIRouter(prefix="/orders")


@router.get("/")
def list_orders():
    return []


@router.get("/{key}/lines")
def list_order_lines(key: int):
    return [key]


@router.post("/{key}/payments")
def pay_order(key: int):
    return {"paid": key}
"""
