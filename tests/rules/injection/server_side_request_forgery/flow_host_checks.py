# file: proxy/app.py
"""Checks of an address: those that settle the host, and those that only look so."""

from urllib.parse import urlparse

import httpx
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

from proxy.checks import allowed, assure, looks_good
from proxy.client import Client, FixedClient

app = FastAPI()
HOSTS = {"api.shop.example", "img.shop.example"}


class Hook(BaseModel):
    url: str
    attempts: int = 1


@app.get("/1")
async def host_known(url: str):
    if urlparse(url).hostname not in HOSTS:
        raise HTTPException(400)
    async with httpx.AsyncClient() as client:
        return (await client.get(url)).text


@app.get("/2")
async def host_unknown(url: str):
    if urlparse(url).hostname in HOSTS:
        raise HTTPException(400)
    async with httpx.AsyncClient() as client:
        return (await client.get(url)).text  # want: LNT118


@app.get("/3")
def scheme_only(url: str):
    if urlparse(url).scheme != "https":
        raise HTTPException(400)
    return httpx.get(url).text  # want: LNT118


@app.get("/4")
def starts_with_host(url: str):
    if not url.startswith("https://api.shop.example/"):
        raise HTTPException(400)
    return httpx.get(url).text


@app.get("/5")
def starts_with_open_host(url: str):
    if not url.startswith("https://api.shop.example"):
        raise HTTPException(400)
    return httpx.get(url).text  # want: LNT118


@app.get("/6")
def starts_with_scheme(url: str):
    if not url.startswith(("http://", "https://")):
        raise HTTPException(400)
    return httpx.get(url).text  # want: LNT118


@app.get("/7")
def host_somewhere(url: str):
    if "api.shop.example" not in url:
        raise HTTPException(400)
    return httpx.get(url).text  # want: LNT118


@app.get("/8")
def whole_address_known(url: str):
    if url in ("https://api.shop.example/a", "https://api.shop.example/b"):
        return httpx.get(url).text
    raise HTTPException(400)


@app.get("/9")
def checked_elsewhere(url: str):
    assure(url)
    return httpx.get(url).text


@app.get("/10")
def asked_elsewhere(url: str):
    if not allowed(url):
        raise HTTPException(400)
    return httpx.get(url).text


@app.get("/11")
def asked_elsewhere_in_vain(url: str):
    if not looks_good(url):
        raise HTTPException(400)
    return httpx.get(url).text  # want: LNT118


@app.post("/12")
def hook(hook: Hook):
    return Client(hook.url).call(hook.attempts)


@app.post("/13")
def hook_of_ours(hook: Hook):
    return FixedClient(hook.url).call(hook.attempts)


@app.get("/14")
def numbered(number: int):
    return httpx.get(f"https://shard{number}.shop.example/goods").text


# file: proxy/__init__.py
# file: proxy/checks.py
from urllib.parse import urlparse

HOSTS = frozenset({"api.shop.example"})


def assure(url):
    if urlparse(url).hostname not in HOSTS:
        raise ValueError("unknown host")


def allowed(url):
    return urlparse(url).netloc in HOSTS


def looks_good(url):
    return len(url) < 200 and url.count("/") > 2


# file: proxy/client.py
import requests


class Client:
    def __init__(self, url):
        self.url = url

    def call(self, attempts):
        for _ in range(attempts):
            requests.post(self.url, json={"try": attempts}, timeout=5)  # want: LNT118
        return attempts


class FixedClient:
    url = "https://api.shop.example/hooks"

    def __init__(self, note):
        self.note = note

    def call(self, attempts):
        for _ in range(attempts):
            requests.post(self.url, json={"note": self.note}, timeout=5)
        return attempts
