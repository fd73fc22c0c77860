# file: shop/views.py
"""Names in statements by way of the connection; quote_name puts quotes around them and escapes nothing."""

from django.db import connection
from django.http import HttpResponseBadRequest, JsonResponse

from shop.models import Product

COLUMNS = {"name", "price"}


def products(request):
    order = request.GET.get("order", "name")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM shop_product ORDER BY {order}")  # want: LNT102
        cursor.execute("SELECT * FROM shop_product ORDER BY %s" % connection.ops.quote_name(order))  # want: LNT102
        cursor.execute(f"SELECT * FROM {Product._meta.db_table}")
        cursor.execute("SELECT count(*) FROM %s" % connection.ops.quote_name("shop_product"))
        if order not in COLUMNS:
            return HttpResponseBadRequest()
        cursor.execute(f"SELECT * FROM shop_product ORDER BY {order}")
        return JsonResponse({"rows": cursor.fetchall()})


# file: shop/models.py
from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=100)


# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [path("products/", views.products)]
