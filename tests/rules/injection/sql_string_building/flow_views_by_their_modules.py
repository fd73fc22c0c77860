"""Django's views are the same by the names of the modules that define them."""

from django.db import connection
from django.http import JsonResponse
from django.views.generic.base import TemplateView
from django.views.generic.edit import FormView
from django.views.generic.list import ListView


def found(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM goods WHERE name = %s", [text])
        return JsonResponse(list(cursor.fetchall()), safe=False)


class Goods(TemplateView):
    def get(self, request, name):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM goods WHERE name = '{request.GET['q']}'")  # want: LNT101
        return found(name)


class Kinds(FormView):
    def post(self, request):
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM kinds WHERE name = '" + request.POST["q"] + "'")  # want: LNT101
        return found("")


class Articles(ListView):
    def get(self, request):
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM articles WHERE page = %d" % int(request.GET["page"]))
        return found("")
