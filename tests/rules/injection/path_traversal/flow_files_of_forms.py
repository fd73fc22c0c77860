# file: shop/urls.py
"""Files that forms and serializers give back are open files, whose names have no folder."""

from django.urls import path

from shop import api, views

urlpatterns = [
    path("upload", views.upload),
    path("named", views.named),
    path("titled", views.titled),
    path("api/<kind>", api.Upload.as_view()),
]


# file: shop/__init__.py
# file: shop/forms.py
from zipfile import ZipFile

from django import forms


class Upload(forms.Form):
    title = forms.CharField()
    archive = forms.FileField()

    def clean_archive(self):
        archive = self.cleaned_data["archive"]
        if not ZipFile(archive).namelist():
            raise forms.ValidationError("empty")
        return archive


# file: shop/views.py
from zipfile import ZipFile

from django.http import HttpResponse

from shop.forms import Upload


def upload(request):
    form = Upload(request.POST, request.FILES)
    if form.is_valid():
        with ZipFile(form.cleaned_data["archive"]) as archive:
            archive.namelist()
    return HttpResponse()


def named(request):
    form = Upload(request.POST, request.FILES)
    if form.is_valid():
        with open("/srv/" + form.cleaned_data["archive"].name, "wb") as target:
            target.write(form.cleaned_data["archive"].read())
    return HttpResponse()


def titled(request):
    form = Upload(request.POST, request.FILES)
    if form.is_valid():
        with open("/srv/" + form.cleaned_data["title"], "wb") as target:  # want: LNT121
            target.write(form.cleaned_data["archive"].read())
    return HttpResponse()


# file: shop/api.py
from django.http import HttpResponse
from PIL import Image
from rest_framework.views import APIView


class Upload(APIView):
    def post(self, request, kind):
        given = request.data["file"]
        if hasattr(given, "temporary_file_path"):
            given = given.temporary_file_path()
            Image.open(given).verify()
        else:
            Image.open(request.data["path"]).verify()  # want: LNT121
        return HttpResponse()
