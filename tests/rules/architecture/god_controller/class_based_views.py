# option: endpoints = 12
# file: site/urls.py
"""Views that a list of patterns ties to their paths: the module that holds them all serves several resources."""

from django.urls import include, path

urlpatterns = [path("shop/", include("shop.urls"))]


# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [
    path("carts/", views.Carts.as_view()),
    path("gifts/", views.Gifts.as_view()),
    path("trips/", views.Trips.as_view()),
    path("wines/", views.Wines.as_view()),
]


# file: shop/views.py
from django.views import View  # want: LNT402 @1 "module views" "12 endpoints" "carts (3), gifts (3), trips (3), wines (3)"


class Carts(View):
    def get(self, request):
        return {"carts": 1}

    def post(self, request):
        return {"carts": request}

    def delete(self, request):
        return {"carts": None}

    def total(self):
        return len(self.get(None))


class Gifts(View):
    def get(self, request):
        return {"gifts": 1}

    def post(self, request):
        return {"gifts": request}

    def delete(self, request):
        return {"gifts": None}

    def total(self):
        return len(self.get(None))


class Trips(View):
    def get(self, request):
        return {"trips": 1}

    def post(self, request):
        return {"trips": request}

    def delete(self, request):
        return {"trips": None}

    def total(self):
        return len(self.get(None))


class Wines(View):
    def get(self, request):
        return {"wines": 1}

    def post(self, request):
        return {"wines": request}

    def delete(self, request):
        return {"wines": None}

    def total(self):
        return len(self.get(None))
