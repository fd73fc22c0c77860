import asyncio
import shlex

import anyio
from fastapi import FastAPI

app = FastAPI()


@app.get("/log")
async def log(branch: str, count: int = 10):
    process = await asyncio.create_subprocess_shell(  # want: LNT106
        f"git log --oneline {branch}", stdout=asyncio.subprocess.PIPE
    )
    await asyncio.create_subprocess_shell(f"git log -n {count}")
    await asyncio.create_subprocess_shell("git log " + shlex.quote(branch))
    await asyncio.create_subprocess_exec("git", "log", "--", branch)
    await asyncio.create_subprocess_shell("git status")
    out, _ = await process.communicate()
    return {"log": out.decode()}


@app.get("/tags")
async def tags(pattern: str):
    result = await anyio.run_process(f"git tag -l {pattern}")  # want: LNT106
    await anyio.run_process(["git", "tag", "-l", pattern])
    await anyio.run_process("git fetch --tags")
    return {"tags": result.stdout.decode().split()}


@app.get("/tool")
async def tool(program: str):
    await asyncio.create_subprocess_exec(program, "--version")  # want: LNT106
    known = {"python": "/usr/bin/python3", "git": "/usr/bin/git"}
    await asyncio.create_subprocess_exec(known[program], "--version")
    return {}
