import json

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer, AsyncWebsocketConsumer
from django.db import connection


def store(text):
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO lines (text) VALUES ('{text}')")  # want: LNT101


def store_bound(text):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO lines (text) VALUES (%s)", [text])


class Talk(AsyncWebsocketConsumer):
    async def connect(self):
        room = self.scope["url_route"]["kwargs"]["room"]
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM rooms WHERE name = '" + room + "'")  # want: LNT101
        await self.accept()

    async def receive(self, text_data=None, bytes_data=None):
        await database_sync_to_async(store)(json.loads(text_data)["line"])


class Notes(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content, **kwargs):
        await database_sync_to_async(store_bound)(content["text"])
