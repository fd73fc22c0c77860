# file: people/views.py
from django import forms
from django.db import connection
from django.http import JsonResponse
from django.utils.dateparse import parse_date


class PersonForm(forms.Form):
    name = forms.CharField()
    age = forms.IntegerField()


def search(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM people WHERE name = '%s'" % request.GET["name"])  # want: LNT101
        return JsonResponse({"rows": cursor.fetchall()})


def by_form(request):
    form = PersonForm(request.POST)
    form.is_valid()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM people WHERE name = '{form.cleaned_data['name']}'")  # want: LNT101
        return JsonResponse({"rows": cursor.fetchall()})


def bound(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM people WHERE name = %s", [request.GET["name"]])
        return JsonResponse({"rows": cursor.fetchall()})


def by_age(request):
    form = PersonForm(request.POST)
    form.is_valid()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM people WHERE age = {form.cleaned_data['age']}")
        return JsonResponse({"rows": cursor.fetchall()})


def by_day(request):
    day = parse_date(request.GET["day"])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM people WHERE born = '{day}'")
        return JsonResponse({"rows": cursor.fetchall()})


# file: people/urls.py
from django.urls import path

from people import views

urlpatterns = [
    path("search/", views.search),
    path("by-form/", views.by_form),
    path("bound/", views.bound),
    path("by-age/", views.by_age),
    path("by-day/", views.by_day),
]
