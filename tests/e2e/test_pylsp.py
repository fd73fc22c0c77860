"""python-lsp-server, driven as an editor drives it, shows what Lintel says through flake8."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from processes import environment

PATIENCE = 60.0
SETTINGS = {
    "pylsp": {
        "plugins": {
            **{name: {"enabled": False} for name in ("pycodestyle", "pyflakes", "mccabe", "pylint", "pydocstyle")},
            "flake8": {"enabled": True, "executable": str(Path(sys.executable).with_name("flake8"))},
        }
    }
}


class Editor:
    """A client of the Language Server Protocol over the standard streams of a server."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._server = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._received: Queue[dict[str, Any]] = Queue()
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._server.stderr.read, daemon=True).start()  # type: ignore[union-attr]

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any] | None = None) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params or {}})
        return self.wait(lambda said: said.get("id") == number and "method" not in said)["result"]

    def wait(self, wanted: Any) -> dict[str, Any]:
        """The next message that is wanted; what the server asks is answered with nothing."""
        while True:
            said = self._received.get(timeout=PATIENCE)
            if wanted(said):
                return said
            if "method" in said and "id" in said:
                self._send({"id": said["id"], "result": None})

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """What the server says of a document next."""
        said = self.wait(
            lambda each: each.get("method") == "textDocument/publishDiagnostics" and each["params"]["uri"] == uri
        )
        return said["params"]["diagnostics"]

    def close(self) -> None:
        self.ask("shutdown")
        self.tell("exit", {})
        assert self._server.wait(timeout=PATIENCE) == 0

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._server.stdin.flush()

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._received.put(json.loads(stream.read(length)))


@pytest.fixture
def editor(shop: Path) -> Iterator[Editor]:
    found = Editor([sys.executable, "-m", "pylsp"], shop)
    found.ask("initialize", {"processId": None, "rootUri": shop.as_uri(), "capabilities": {}})
    found.tell("initialized", {})
    found.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
    yield found
    found.close()


def ours(diagnostics: list[dict[str, Any]]) -> list[tuple[str, int, str]]:
    """Code, line from 1 and message of what came from Lintel."""
    return [
        (each["code"], each["range"]["start"]["line"] + 1, each["message"])
        for each in diagnostics
        if each["code"].startswith("LNT")
    ]


def test_findings_of_a_document_are_its_diagnostics_as_they_are_typed(shop, editor, lintel):
    path = shop / "api" / "database.py"
    said = json.loads(lintel(shop, "check", "api/database.py", "--output-format=json").stdout)["findings"]
    expected = [(each["code"], each["line"]) for each in said]
    assert expected
    document = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": path.read_text()}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    shown = ours(editor.diagnostics(path.as_uri()))
    assert [(code, line) for code, line, _ in shown] == expected
    assert all(message.startswith(code) for code, _, message in shown)

    text = path.read_text() + "\n# TODO: typed, not saved\n"
    change = {"textDocument": {"uri": path.as_uri(), "version": 2}, "contentChanges": [{"text": text}]}
    editor.tell("textDocument/didChange", change)
    shown = ours(editor.diagnostics(path.as_uri()))
    assert [(code, line) for code, line, _ in shown] == [*expected, ("LNT907", len(text.splitlines()))]
