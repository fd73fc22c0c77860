# file: shop/models.py
"""Raw SQL of Django's managers and expressions."""

from django.db import models


class Goods(models.Model):
    name = models.CharField(max_length=80)
    size = models.IntegerField()


# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [
    path("raw/<str:name>/", views.raw),
    path("raw-bound/<str:name>/", views.raw_bound),
    path("raw-number/<int:pk>/", views.raw_number),
    path("extra/", views.extra),
    path("extra-bound/", views.extra_bound),
    path("expression/", views.expression),
    path("expression-bound/", views.expression_bound),
    path("filter/", views.filtered),
    path("checked/", views.checked),
    path("unchecked/", views.unchecked),
]


# file: shop/__init__.py
# file: shop/views.py
from django.db.models.expressions import RawSQL
from django.http import HttpResponseBadRequest, JsonResponse

from shop.models import Goods

KINDS = {"chair", "table"}


def listed(found):
    return JsonResponse({"ids": [each.pk for each in found]})


def raw(request, name):
    return listed(Goods.objects.raw(f"SELECT id FROM shop_goods WHERE name = '{name}'"))  # want: LNT103


def raw_bound(request, name):
    return listed(Goods.objects.raw("SELECT id FROM shop_goods WHERE name = %s", [name]))


def raw_number(request, pk):
    return listed(Goods.objects.raw(f"SELECT id FROM shop_goods WHERE id = {pk}"))


def extra(request):
    return listed(Goods.objects.extra(where=["name = '%s'" % request.GET["q"]]))  # want: LNT103


def extra_bound(request):
    return listed(Goods.objects.extra(where=["name = %s"], params=[request.GET["q"]]))


def expression(request):
    name = request.GET["q"]
    return listed(Goods.objects.annotate(same=RawSQL("name = '" + name + "'", ())))  # want: LNT103


def expression_bound(request):
    return listed(Goods.objects.annotate(same=RawSQL("name = %s", (request.GET["q"],))))


def filtered(request):
    return listed(Goods.objects.filter(name=request.GET["q"], size__lt=request.GET["size"]))


def checked(request):
    kind = request.GET.get("kind", "")
    if kind not in KINDS:
        return HttpResponseBadRequest()
    return listed(Goods.objects.raw("SELECT id FROM shop_goods WHERE kind = '%s'" % kind))


def unchecked(request):
    kind = request.GET.get("kind", "")
    if kind in KINDS:
        return HttpResponseBadRequest()
    return listed(Goods.objects.raw("SELECT id FROM shop_goods WHERE kind = '%s'" % kind))  # want: LNT103
