from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

from themes.known import folder_of

app = FastAPI()


@app.get("/inside/{path:path}")
def inside(path: str):
    found = folder_of("shop").path / path
    try:
        found.resolve().relative_to(folder_of("shop").path.resolve())
    except ValueError as error:
        raise HTTPException(403) from error
    return FileResponse(found)


@app.get("/anywhere/{path:path}")
def anywhere(path: str):
    found = folder_of("shop").path / path
    if not found.exists():
        raise HTTPException(404)
    return FileResponse(found)  # want: LNT121
