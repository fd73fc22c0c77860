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
