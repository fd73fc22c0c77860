# A route that is a regular expression holds the pieces of the path to what it says.
# file: views.py
import os


def sized(request, size):
    os.system("head -n " + size)


def named(request, name):
    os.system("cat " + name)  # want: LNT106
# file: urls.py
from django.urls import re_path

import views

urlpatterns = [
    re_path(r"^size/(?P<size>[0-9]+)/$", views.sized),
    re_path(r"^name/(?P<name>.+)/$", views.named),
]
# file: hills.py
import os

from pyramid.view import view_config


@view_config(route_name="run")
def run(context, request):
    os.system("ls " + request.params["name"])  # want: LNT106
