"""Routes of Klein: pieces of the path are handed on after the request."""

import os

from klein import Klein

FOLDER = "/srv/shelf"
app = Klein()


@app.route("/files/<name>")
def shown(request, name):
    with open(os.path.join(FOLDER, name), "rb") as file:  # want: LNT121
        return file.read()


@app.route("/numbers/<int:number>")
def numbered(request, number):
    with open(os.path.join(FOLDER, f"{number}.txt"), "rb") as file:
        return file.read()


@app.route("/asked")
def asked(request):
    name = request.args[b"name"][0].decode()
    with open(os.path.join(FOLDER, name), "rb") as file:  # want: LNT121
        return file.read()


@app.route("/checked/<name>")
def checked(request, name):
    if os.path.basename(name) != name or name == "..":
        return b""
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


class Shelf:
    router = Klein()

    @router.route("/below/<path:name>")
    def below(self, request, name):
        with open(os.path.join(FOLDER, name), "rb") as file:  # want: LNT121
            return file.read()
