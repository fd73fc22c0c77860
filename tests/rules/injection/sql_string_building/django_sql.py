# file: shop/views.py
"""Statements by way of the connection."""

from django.db import connection, connections
from django.http import JsonResponse

ALL = "SELECT id, name FROM shop_product"


def products(request):
    name = request.GET.get("name", "")
    with connection.cursor() as cursor:
        cursor.execute(f"{ALL} WHERE name = '{name}'")  # want: LNT101
        cursor.execute(f"{ALL} WHERE name = %s", [name])
        cursor.execute("SELECT * FROM shop_product WHERE name = %(name)s", {"name": name})
        cursor.execute("SELECT * FROM shop_product WHERE name LIKE '%s%%'" % name)  # want: LNT101
        cursor.execute(ALL)
        rows = cursor.fetchall()
    return JsonResponse({"rows": rows})


def orders(request, number):
    cursor = connections["reports"].cursor()
    cursor.execute("SELECT * FROM orders WHERE state = '" + request.POST["state"] + "'")  # want: LNT101
    cursor.execute("SELECT * FROM orders WHERE state = %s", [request.POST["state"]])
    cursor.execute("SELECT * FROM orders WHERE number = %d" % number)
    cursor.executemany("INSERT INTO seen (tag) VALUES (%s)", [(tag,) for tag in request.POST.getlist("tag")])
    return JsonResponse({"rows": cursor.fetchall()})


# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [
    path("products/", views.products),
    path("orders/<int:number>/", views.orders),
]
