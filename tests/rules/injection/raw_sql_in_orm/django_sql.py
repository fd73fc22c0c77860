# file: shop/models.py
from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=100)
    price = models.DecimalField(max_digits=8, decimal_places=2)


# file: shop/views.py
"""Pieces of SQL in what Django builds."""

from django.db.models import F, Func, Value
from django.db.models.expressions import RawSQL
from django.http import JsonResponse

from shop.models import Product

CHEAP = "price < 10"


def search(request):
    name = request.GET.get("name", "")
    Product.objects.raw(f"SELECT * FROM shop_product WHERE name = '{name}'")  # want: LNT103
    Product.objects.raw("SELECT * FROM shop_product WHERE name = %s", [name])
    Product.objects.extra(where=[f"name = '{name}'"])  # want: LNT103
    Product.objects.extra(where=["name = %s"], params=[name])
    Product.objects.filter(name=name).extra(select={"same": "name = '%s'" % name})  # want: LNT103
    Product.objects.filter(name=name).extra(select={"same": "name = %s"}, select_params=(name,))
    Product.objects.annotate(rank=RawSQL("similarity(name, '" + name + "')", []))  # want: LNT103
    found = Product.objects.annotate(rank=RawSQL("similarity(name, %s)", [name])).extra(where=[CHEAP])
    return JsonResponse({"found": list(found.values("id"))})


def figures(request):
    function = request.GET["function"]
    Product.objects.annotate(figure=Func(F("price"), function=function))  # want: LNT103
    Product.objects.annotate(figure=Func(F("price"), Value(function), function="ROUND"))
    return JsonResponse({"figures": list(Product.objects.values("id"))})


# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [path("search/", views.search), path("figures/", views.figures)]


# file: shop/migrations/0002_names.py
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [migrations.RunSQL("UPDATE shop_product SET name = trim(name)", migrations.RunSQL.noop)]
