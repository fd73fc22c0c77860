# file: app/routes.py
from fastapi import APIRouter  # want: LNT402 @1 "module routes" "16 endpoints" "orders (4), products (4), users (4), vouchers (4)"

router = APIRouter()


@router.get("/api/v1/users")
def list_users():
    return []


@router.post("/api/v1/users")
def create_user(name: str):
    return {"name": name}


@router.get("/api/v1/users/{key}")
def read_user(key: int):
    return {"key": key}


@router.delete("/api/v1/users/{key}")
def delete_user(key: int):
    return {"deleted": key}


@router.get("/api/v1/orders")
def list_orders():
    return []


@router.post("/api/v1/orders")
def create_order(name: str):
    return {"name": name}


@router.get("/api/v1/orders/{key}")
def read_order(key: int):
    return {"key": key}


@router.delete("/api/v1/orders/{key}")
def delete_order(key: int):
    return {"deleted": key}


@router.get("/api/v1/products")
def list_products():
    return []


@router.post("/api/v1/products")
def create_product(name: str):
    return {"name": name}


@router.get("/api/v1/products/{key}")
def read_product(key: int):
    return {"key": key}


@router.delete("/api/v1/products/{key}")
def delete_product(key: int):
    return {"deleted": key}


@router.get("/api/v1/vouchers")
def list_vouchers():
    return []


@router.post("/api/v1/vouchers")
def create_voucher(name: str):
    return {"name": name}


@router.get("/api/v1/vouchers/{key}")
def read_voucher(key: int):
    return {"key": key}


@router.delete("/api/v1/vouchers/{key}")
def delete_voucher(key: int):
    return {"deleted": key}
# file: app/orders.py
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
# file: app/channels.py
from fastapi import APIRouter

router = APIRouter(prefix="/channels")


@router.get("/{channel}/messages")
def list_messages():
    return []


@router.post("/{channel}/messages")
def create_message(name: str):
    return {"name": name}


@router.get("/{channel}/messages/{key}")
def read_message(key: int):
    return {"key": key}


@router.delete("/{channel}/messages/{key}")
def delete_message(key: int):
    return {"deleted": key}


@router.get("/{channel}/webhooks")
def list_webhooks():
    return []


@router.post("/{channel}/webhooks")
def create_webhook(name: str):
    return {"name": name}


@router.get("/{channel}/webhooks/{key}")
def read_webhook(key: int):
    return {"key": key}


@router.delete("/{channel}/webhooks/{key}")
def delete_webhook(key: int):
    return {"deleted": key}


@router.get("/{channel}/members")
def list_members():
    return []


@router.post("/{channel}/members")
def create_member(name: str):
    return {"name": name}


@router.get("/{channel}/members/{key}")
def read_member(key: int):
    return {"key": key}


@router.delete("/{channel}/members/{key}")
def delete_member(key: int):
    return {"deleted": key}


@router.get("/{channel}/files")
def list_files():
    return []


@router.post("/{channel}/files")
def create_file(name: str):
    return {"name": name}


@router.get("/{channel}/files/{key}")
def read_file(key: int):
    return {"key": key}


@router.delete("/{channel}/files/{key}")
def delete_file(key: int):
    return {"deleted": key}
