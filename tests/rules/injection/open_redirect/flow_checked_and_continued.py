# file: shop/urls.py
"""Targets that are checked and then go on, bases that have a query already, and objects that know where they live."""

from django.urls import path

from shop import views

urlpatterns = [
    path("cart", views.Cart.as_view()),
    path("open-cart", views.OpenCart.as_view()),
    path("moved", views.moved),
    path("moved-badly", views.moved_badly),
    path("paged", views.paged),
    path("tagged", views.tagged),
    path("marked", views.marked),
    path("article/<code>", views.article),
    path("article-or-text/<code>", views.article_or_text),
]


# file: shop/__init__.py
# file: shop/models.py
from django.db import models


class Article(models.Model):
    code = models.CharField(max_length=10)

    def get_absolute_url(self):
        return f"/articles/{self.pk}"


# file: shop/views.py
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from shop.models import Article


class Cart(View):
    def target(self):
        if url_has_allowed_host_and_scheme(self.request.GET.get("next"), allowed_hosts=None):
            target = self.request.GET.get("next")
            if "?" in target:
                target += "&cookie=1"
            else:
                target += "?cookie=1"
            return target
        return "/cart"

    def post(self, request):
        return HttpResponseRedirect(self.target())


class OpenCart(View):
    def target(self):
        if url_has_allowed_host_and_scheme(self.request.GET.get("next"), allowed_hosts=None):
            return self.request.GET.get("other") + "?cookie=1"
        return "/cart"

    def post(self, request):
        return HttpResponseRedirect(self.target())  # want: LNT119


def moved(request):
    query = request.META["QUERY_STRING"]
    if query:
        query = f"?{query}"
    return redirect(f"{reverse('home')}{query}")


def moved_badly(request):
    query = request.META["QUERY_STRING"]
    if request.user.is_staff:
        query = f"?{query}"
    return redirect(f"{reverse('home')}{query}")  # want: LNT119


def paged(request):
    target = reverse("home")
    target += ("&" if "?" in target else "?") + "page=" + request.GET["page"]
    return redirect(target)


def tagged(request):
    return redirect(reverse("tags") + "&tag=" + request.GET["tag"])


def marked(request):
    return redirect(reverse("tags") + request.GET["tag"])  # want: LNT119


def _found(code):
    return Article.objects.filter(code=code).first() or f"{code}-old"


def article(request, code):
    found = _found(code)
    if isinstance(found, Article):
        return redirect(found)
    return redirect("/")


def article_or_text(request, code):
    found = _found(code)
    if isinstance(found, str):
        return redirect(found)  # want: LNT119
    return redirect("/")
