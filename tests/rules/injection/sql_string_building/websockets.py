import asyncio
import sqlite3

from websockets.asyncio.server import ServerConnection, serve

db = sqlite3.connect("talk.db")


async def talk(socket: ServerConnection) -> None:
    async for line in socket:
        db.execute(f"INSERT INTO lines (text) VALUES ('{line}')")  # want: LNT101


async def once(socket: ServerConnection) -> None:
    line = await socket.recv()
    db.execute("INSERT INTO lines (text) VALUES ('%s')" % line)  # want: LNT101


async def bound(socket: ServerConnection) -> None:
    async for line in socket:
        db.execute("INSERT INTO lines (text) VALUES (?)", (line,))


async def counted(socket: ServerConnection) -> None:
    line = await socket.recv()
    db.execute(f"INSERT INTO sizes (size) VALUES ({len(line)})")


async def main() -> None:
    async with serve(talk, "localhost", 8765) as server:
        await server.serve_forever()


asyncio.run(main())
