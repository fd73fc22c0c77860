from pathlib import Path

from fastapi import FastAPI, HTTPException

app = FastAPI()
ROOT = Path("/srv/files")


@app.get("/read")
def read(name: str, number: int):
    text = (ROOT / name).read_text()  # want: LNT121
    text += (ROOT / Path(name).name).read_text()
    text += (ROOT / f"{number}.txt").read_text()
    text += ROOT.joinpath("docs", name).read_text()  # want: LNT121
    text += ROOT.joinpath("docs", "index.txt").read_text()
    return {"text": text}


@app.get("/checked")
def checked(name: str):
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT):
        raise HTTPException(404)
    return {"text": path.read_text()}


@app.get("/within")
def within(name: str):
    path = (ROOT / name).resolve()
    try:
        path.relative_to(ROOT)
    except ValueError:
        raise HTTPException(404) from None
    return {"text": path.read_text()}


@app.put("/write")
def write(name: str, text: str):
    target = Path(f"/srv/files/{name}")
    target.parent.mkdir(parents=True, exist_ok=True)  # want: LNT121
    target.write_text(text)  # want: LNT121
    (ROOT / "last.txt").write_text(text)
    with target.open("a") as file:  # want: LNT121
        file.write("\n")
    return {}


@app.delete("/remove")
def remove(name: str):
    (ROOT / name).resolve().unlink()  # want: LNT121
    (ROOT / "last.txt").unlink(missing_ok=True)
    known = {path.name: path for path in ROOT.iterdir()}
    if name in known:
        known[name].unlink()
    return {}
