# file: shop/urls.py
"""The content of a file that a form gives back is its client's."""

from django.urls import path

from shop import views

urlpatterns = [path("upload", views.upload)]


# file: shop/__init__.py
# file: shop/views.py
import pickle

from django import forms
from django.http import HttpResponse


class Upload(forms.Form):
    number = forms.IntegerField()
    archive = forms.FileField()


def upload(request):
    form = Upload(request.POST, request.FILES)
    if form.is_valid():
        pickle.loads(form.cleaned_data["archive"].read())  # want: LNT120
    return HttpResponse()
