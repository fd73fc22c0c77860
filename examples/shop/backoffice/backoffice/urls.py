"""Routes of the back office."""

from django.urls import path
from shop_admin import catalogue, views

urlpatterns = [
    path("desk/", views.Desk.as_view()),
    path("products/", catalogue.ProductList.as_view()),
]
