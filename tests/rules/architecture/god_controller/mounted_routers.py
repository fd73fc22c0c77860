# option: endpoints = 12
# file: app/main.py
"""Prefixes come from where a router is mounted, and routes from calls as much as from decorators."""

from fastapi import FastAPI

from app import desk, members


def create():
    app = FastAPI()
    app.include_router(members.router, prefix="/api/v1/members")
    app.include_router(desk.router, prefix="/api/v1")
    return app


# file: app/members.py
from fastapi import APIRouter

router = APIRouter()


@router.post("/{member}/loans/list")
def list_loans(member: int):
    found = {"loans": member}
    return found


@router.post("/{member}/loans/add")
def add_loans(member: int):
    found = {"loans": member}
    return found


@router.post("/{member}/loans/close")
def close_loans(member: int):
    found = {"loans": member}
    return found


@router.post("/{member}/loans/export")
def export_loans(member: int):
    found = {"loans": member}
    return found


@router.post("/{member}/fines/list")
def list_fines(member: int):
    found = {"fines": member}
    return found


@router.post("/{member}/fines/add")
def add_fines(member: int):
    found = {"fines": member}
    return found


@router.post("/{member}/fines/close")
def close_fines(member: int):
    found = {"fines": member}
    return found


@router.post("/{member}/fines/export")
def export_fines(member: int):
    found = {"fines": member}
    return found


@router.post("/{member}/notes/list")
def list_notes(member: int):
    found = {"notes": member}
    return found


@router.post("/{member}/notes/add")
def add_notes(member: int):
    found = {"notes": member}
    return found


@router.post("/{member}/notes/close")
def close_notes(member: int):
    found = {"notes": member}
    return found


@router.post("/{member}/notes/export")
def export_notes(member: int):
    found = {"notes": member}
    return found


@router.post("/{member}/read")
def read(member: int):
    found = {"member": member}
    return found


@router.post("/{member}/block")
def block(member: int):
    found = {"member": member}
    return found


@router.post("/{member}/rename")
def rename(member: int):
    found = {"member": member}
    return found


# file: app/desk.py
from fastapi import APIRouter  # want: LNT402 @1 "module desk" "12 endpoints" "books (3), branches (3), rooms (3), staff (3)"

router = APIRouter()


def find_book(key: int):
    return {"book": key}


def add_book(key: int):
    return {"book": key}


def drop_book(key: int):
    return {"book": key}


def find_branch(key: int):
    return {"branch": key}


def add_branch(key: int):
    return {"branch": key}


def drop_branch(key: int):
    return {"branch": key}


def find_room(key: int):
    return {"room": key}


def add_room(key: int):
    return {"room": key}


def drop_room(key: int):
    return {"room": key}


def find_person(key: int):
    return {"person": key}


def add_person(key: int):
    return {"person": key}


def drop_person(key: int):
    return {"person": key}


router.add_api_route("/books/{key}/find", find_book)
router.add_api_route("/books/{key}/add", add_book)
router.add_api_route("/books/{key}/drop", drop_book)
router.add_api_route("/branches/{key}/find", find_branch)
router.add_api_route("/branches/{key}/add", add_branch)
router.add_api_route("/branches/{key}/drop", drop_branch)
router.add_api_route("/rooms/{key}/find", find_room)
router.add_api_route("/rooms/{key}/add", add_room)
router.add_api_route("/rooms/{key}/drop", drop_room)
router.add_api_route("/staff/{key}/find", find_person)
router.add_api_route("/staff/{key}/add", add_person)
router.add_api_route("/staff/{key}/drop", drop_person)
