# file: tools/app.py
"""Commands that run in helpers, classes and coroutines of other files."""

from fastapi import Depends, FastAPI

from tools.runners import ListRunner, Runner, ShellRunner, resized, run_all, start, start_exec
from tools.settings import FALLBACK, VERBOSE

app = FastAPI()


def runner() -> Runner:
    return ListRunner()


@app.get("/1")
def by_shell_runner(name: str):
    return ShellRunner().run("file", name)


@app.get("/2")
def by_list_runner(name: str, chosen: Runner = Depends(runner)):
    return chosen.run("file", name)


@app.get("/3")
async def by_coroutine(name: str):
    return await start(f"file {name}")  # want: LNT106


@app.get("/4")
async def by_coroutine_without_shell(name: str):
    return await start_exec("file", name)


@app.get("/5")
def resize(name: str, width: int):
    return resized(name, width)


@app.get("/6")
def constants(name: str):
    return run_all(["date", "uptime"]) if name else []


@app.get("/7")
def dead(name: str):
    import os

    target = name if VERBOSE else FALLBACK
    return os.system("file " + target)


@app.get("/8")
def live(name: str):
    import os

    target = name if not VERBOSE else FALLBACK
    return os.system("file " + target)  # want: LNT106


@app.get("/9")
def own_run(name: str):
    class Job:
        def run(self, command, shell):
            return len(command)

        def system(self, command):
            return command

    return Job().run("file " + name, shell=True) + len(Job().system("file " + name))


# file: tools/__init__.py
# file: tools/settings.py
VERBOSE = False
FALLBACK = "readme.txt"


# file: tools/runners.py
import asyncio
import subprocess
from abc import ABC, abstractmethod
from subprocess import check_output as output


class Runner(ABC):
    @abstractmethod
    def run(self, program, argument): ...


class ShellRunner(Runner):
    def run(self, program, argument):
        self.command = f"{program} {argument}"
        return self._go()

    def _go(self):
        return subprocess.run(self.command, shell=True, capture_output=True).stdout  # want-missing: LNT106


class ListRunner(Runner):
    def run(self, program, argument):
        self.command = [program, "--", argument]
        return self._go()

    def _go(self):
        return subprocess.run(self.command, capture_output=True).stdout


async def start(command):
    process = await asyncio.create_subprocess_shell(command, stdout=asyncio.subprocess.PIPE)
    return (await process.communicate())[0].decode()


async def start_exec(program, *arguments):
    process = await asyncio.create_subprocess_exec(program, *arguments, stdout=asyncio.subprocess.PIPE)
    return (await process.communicate())[0].decode()


def resized(name, width):
    output(f"convert logo.png -resize {width} out.png", shell=True)
    return output(f"convert {name} -resize {width} out.png", shell=True)  # want: LNT106


def run_all(commands):
    return [output(command, shell=True) for command in commands]
