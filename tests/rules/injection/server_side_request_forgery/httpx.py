import httpx
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()
client = httpx.AsyncClient(base_url="https://inventory.internal")
ALLOWED = {"https://a.example.com/hook", "https://b.example.com/hook"}


class Hook(BaseModel):
    target: str
    retries: int = 3


@app.post("/hooks")
async def hooks(hook: Hook):
    async with httpx.AsyncClient() as outside:
        await outside.post(hook.target, json={"event": "test"})  # want: LNT118
        if hook.target not in ALLOWED:
            raise HTTPException(400, "unknown target")
        await outside.post(hook.target, json={"event": "test"})
        await outside.post("https://hooks.example.com", json={"target": hook.target})
    return {"retries": hook.retries}


@app.get("/items/{item_id}")
async def item(item_id: int, region: str):
    answer = await client.get(f"/items/{item_id}")
    answer = await client.get("/items", params={"region": region})
    answer = httpx.get(f"https://{region}.example.com/items")  # want: LNT118
    answer = httpx.get(f"https://example.com/items/{item_id}")
    return answer.json()


@app.get("/stream")
async def stream(url: str):
    with httpx.stream("GET", url) as answer:  # want: LNT118
        size = len(answer.read())
    with httpx.Client(base_url=url) as other:  # want: LNT118
        other.get("/status")
    return {"size": size}
