# file: files/views.py
import os

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse
from django.utils._os import safe_join
from django.utils.text import get_valid_filename


def report(request):
    return FileResponse(open(os.path.join(settings.MEDIA_ROOT, request.GET["name"]), "rb"))  # want: LNT121


def raw(request, name):
    with open(f"/srv/reports/{name}", "rb") as found:  # want: LNT121
        return FileResponse(found.read())


def upload(request):
    given = request.FILES["report"]
    with open(os.path.join(settings.MEDIA_ROOT, request.POST["folder"], "report.pdf"), "wb") as target:  # want: LNT121
        for chunk in given.chunks():
            target.write(chunk)


def named(request):
    given = request.FILES["report"]
    with open(os.path.join(settings.MEDIA_ROOT, given.name), "wb") as target:
        target.write(given.read())


def stored(request):
    return default_storage.save(request.POST["name"], request.FILES["report"])


def joined(request):
    return FileResponse(open(safe_join(settings.MEDIA_ROOT, request.GET["name"]), "rb"))


def valid(request):
    name = get_valid_filename(request.GET["name"])
    return FileResponse(open(os.path.join(settings.MEDIA_ROOT, name), "rb"))


def year(request, year):
    return FileResponse(open(f"/srv/reports/{year}.pdf", "rb"), filename=request.GET.get("as", "report.pdf"))


# file: files/urls.py
from django.urls import path, re_path

from files import views

urlpatterns = [
    path("report/", views.report),
    re_path(r"^raw/(?P<name>.+)$", views.raw),
    path("upload/", views.upload),
    path("named/", views.named),
    path("stored/", views.stored),
    path("joined/", views.joined),
    path("valid/", views.valid),
    path("year/<int:year>/", views.year),
]
