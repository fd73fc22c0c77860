import yaml
from fastapi import FastAPI, Request
from yaml import CSafeLoader, SafeLoader

app = FastAPI()


@app.post("/config")
async def config(request: Request):
    body = await request.body()
    found = yaml.load(body, Loader=yaml.Loader)  # want: LNT120
    found = yaml.load(body, Loader=yaml.SafeLoader)
    found = yaml.load(body, SafeLoader)
    found = yaml.load(body, Loader=CSafeLoader)
    found = yaml.safe_load(body)
    found = yaml.unsafe_load(body)  # want: LNT120
    found = yaml.load(body)  # want: LNT120
    return {"keys": len(found)}


@app.post("/many")
async def many(request: Request):
    text = (await request.body()).decode("utf-8")
    documents = list(yaml.load_all(text, Loader=yaml.UnsafeLoader))  # want: LNT120
    documents = list(yaml.load_all(text, Loader=yaml.BaseLoader))
    documents = list(yaml.safe_load_all(text))
    with open("/srv/app/settings.yaml") as settings:
        documents.append(yaml.load(settings, Loader=yaml.FullLoader))
    return {"documents": len(documents)}
