# file: shop/urls.py
"""Views and the converters of their paths: which piece of a path is text is said where the path is."""

from django.urls import path, re_path

from shop import views

urlpatterns = [
    path("number/<int:pk>/", views.by_number),
    path("text/<str:name>/", views.by_text),
    path("bare/<name>/", views.by_bare),
    path("key/<uuid:key>/", views.by_key),
    path("bound/<str:name>/", views.by_bound),
    path("query/", views.by_query),
    path("posted/", views.by_posted),
    path("cookie/", views.by_cookie),
    path("header/", views.by_header),
    path("body/", views.by_body),
    path("class/<str:name>/", views.Goods.as_view()),
    path("class-number/<int:pk>/", views.Sizes.as_view()),
    re_path(r"^any/(?P<name>.+)/$", views.by_pattern),
]


# file: shop/__init__.py
# file: shop/views.py
import json

from django.db import connection
from django.http import JsonResponse
from django.views import View


def rows(cursor):
    return JsonResponse({"rows": cursor.fetchall()})


def by_number(request, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM goods WHERE id = {pk}")
        return rows(cursor)


def by_text(request, name):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM goods WHERE name = '{name}'")  # want: LNT101
        return rows(cursor)


def by_bare(request, name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM goods WHERE name = '" + name + "'")  # want: LNT101
        return rows(cursor)


def by_key(request, key):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM goods WHERE key = '{key}'")
        return rows(cursor)


def by_bound(request, name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM goods WHERE name = %s", [name])
        return rows(cursor)


def by_query(request):
    name = request.GET.get("name", "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM goods WHERE name = '%s'" % name)  # want: LNT101
        return rows(cursor)


def by_posted(request):
    name = request.POST["name"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM goods WHERE name = %s AND shop = 'main'", (name,))
        return rows(cursor)


def by_cookie(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM goods WHERE name = '%s'" % request.COOKIES["name"])  # want: LNT101
        return rows(cursor)


def by_header(request):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO visits VALUES ('%s')" % request.META["HTTP_USER_AGENT"])  # want: LNT101
        cursor.execute("INSERT INTO agents VALUES ('%s')" % request.headers["User-Agent"])  # want: LNT101
        return rows(cursor)


def by_body(request):
    body = json.loads(request.body)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO sizes VALUES (%d)" % int(body["size"]))
        cursor.execute("INSERT INTO goods VALUES ('%s')" % body["name"])  # want: LNT101
        return rows(cursor)


def by_pattern(request, name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM goods WHERE name = '{}'".format(name))  # want: LNT101
        return rows(cursor)


class Goods(View):
    def get(self, request, name):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM goods WHERE name = '{name}'")  # want: LNT101
            return rows(cursor)

    def post(self, request, name):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE goods SET name = %s WHERE name = %s", (request.POST["to"], name))
            return rows(cursor)

    def delete(self, request, *args, **kwargs):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM goods WHERE name = '" + self.kwargs["name"] + "'")  # want: LNT101
            return rows(cursor)


class Sizes(View):
    def get(self, request, pk):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT size FROM goods WHERE id = {pk}")
            return rows(cursor)

    def post(self, request, pk):
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE goods SET size = {request.POST['size']} WHERE id = {pk}")  # want: LNT101
            return rows(cursor)
