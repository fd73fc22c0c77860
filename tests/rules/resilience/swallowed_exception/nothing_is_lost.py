"""Calls that log, watch, convert, give back, or speak to a peer that may have left."""

import asyncio
import contextlib
import json

from shop.logs import verbose_logger


def tell(text):
    try:
        verbose_logger.debug(text)
    except Exception:
        pass


def name_span(span, path):
    try:
        if span.is_recording():
            span.update_name(path)
    except Exception:
        pass


async def send_frame(websocket, frame):
    with contextlib.suppress(Exception):
        await websocket.send_text(frame)


async def send_order(websocket, order, client):
    with contextlib.suppress(Exception):  # want: LNT601
        await client.send(order)
        await websocket.send_text("sent")


def forget(number):
    try:
        asyncio.get_running_loop().remove_reader(number)
    except Exception:
        pass


def codes(calls, decoded):
    for call in calls:
        try:
            yield decoded.validate_python(json.loads(call))
        except Exception:
            continue


def disconnect(client):
    try:
        client.sockets.leave(client)
    except Exception:
        pass


async def planned(client, plan):
    try:
        return await client.count(plan), None
    except Exception:
        return None, "count_unavailable"


async def rotate(client, key):
    try:
        rows = await client.find_many()
    except Exception:  # want: LNT601 "Exception" "None stands for the result"
        rows = None
    if rows:
        for row in rows:
            row.encrypt(key)


async def rotate_or_fail(client, key):
    try:
        rows = await client.find_many()
    except Exception:
        rows = None
    if rows is None:
        raise LookupError(key)
    return rows


async def rows_or_default(client, default_rows):
    try:
        rows = await client.find_many()
    except Exception:
        rows = None
    if rows:
        return rows
    else:
        return default_rows


def show(shown, bar):
    # a failure to write must not escape through the log
    with contextlib.suppress(Exception):
        bar.interrupt_and_send(shown)


async def step(client, data, errors):
    try:
        await client.check(data)
    except Exception:
        errors["base"] = "cannot_connect"


async def step_without_a_word(client, data, found):
    try:
        found["all"] = await client.read(data)
    except Exception:  # want: LNT601
        found["all"] = ""


class Entity:
    def update(self, client):
        try:
            client.update_all()
        except Exception:
            self.available = False
            return
        self.available = True
