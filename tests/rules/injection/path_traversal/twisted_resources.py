import os

from twisted.web import resource, static

FOLDER = "/srv/flags"


class Flag(resource.Resource):
    isLeaf = True

    def render(self, request):
        name = request.args[b"name"][0].decode()
        with open(os.path.join(FOLDER, name), "rb") as file:  # want: LNT121
            return file.read()


class Shown(resource.Resource):
    def render_GET(self, request):
        return static.File(os.path.join(FOLDER, "plain.png")).render(request)


class Country(resource.Resource):
    def getChild(self, path, request):
        request.country = path
        return self

    def render(self, request):
        name = request.country.decode().lower() + ".png"
        with open(os.path.join(FOLDER, name), "rb") as file:  # want-missing: LNT121
            return file.read()


class Number(resource.Resource):
    def getChild(self, path, request):
        request.number = int(path)
        return self

    def render(self, request):
        with open(os.path.join(FOLDER, f"{request.number}.png"), "rb") as file:
            return file.read()
