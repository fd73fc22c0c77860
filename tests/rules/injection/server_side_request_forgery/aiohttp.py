import aiohttp
from aiohttp import web

routes = web.RouteTableDef()
SHOPS = {"one": "https://one.example.com", "two": "https://two.example.com"}


@routes.get("/fetch")
async def fetch(request):
    url = request.query["url"]
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:  # want: LNT118
            text = await answer.text()
        async with session.get("https://example.com/info", params={"url": url}) as answer:
            text += await answer.text()
        async with session.get(SHOPS[url]) as answer:
            text += await answer.text()
    return web.Response(text=str(len(text)))


@routes.post("/relay")
async def relay(request):
    body = await request.json()
    async with aiohttp.ClientSession("https://api.example.com") as session:
        await session.post("/relay", json=body)
        await session.post(f"/relay/{int(body['id'])}", json=body)
    async with aiohttp.ClientSession() as session:
        await session.ws_connect(body["socket"])  # want: LNT118
        await session.ws_connect("wss://stream.example.com")
        await session.request("PUT", f"http://{body['host']}:8080/")  # want: LNT118
    return web.json_response({})
