# file: shop/middleware.py
import os

from django.http import FileResponse

FOLDER = "/srv/shop/themes"


class Themes:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        theme = request.GET.get("theme")
        if theme:
            return FileResponse(open(os.path.join(FOLDER, theme), "rb"))  # want: LNT121
        return self.get_response(request)


def stored(request, kind):
    with open(os.path.join(FOLDER, request.headers["X-Theme"])) as file:  # want: LNT121
        return file.read()


class Job:
    def perform(self, request):
        with open(os.path.join(FOLDER, request.name)) as file:
            return file.read()
