# file: site/urls.py
"""Redirects of other frameworks, through helpers and forms."""

from django.urls import path

from site_views import views

urlpatterns = [
    path("login/", views.login),
    path("login-checked/", views.login_checked),
    path("leave/", views.leave),
    path("item/<int:pk>/", views.item),
    path("named/", views.named),
    path("helper/", views.helped),
    path("helper-checked/", views.helped_checked),
    path("back/", views.Back.as_view()),
    path("home/", views.Home.as_view()),
]


# file: site_views/__init__.py
# file: site_views/views.py
from django.http import HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from site_views.targets import target_of, target_of_ours


def login(request):
    return redirect(request.GET.get("next", "/"))  # want: LNT119


def login_checked(request):
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={"shop.example"}):
        return HttpResponseBadRequest()
    return redirect(target)


def leave(request):
    return HttpResponseRedirect(request.POST["to"])  # want: LNT119


def item(request, pk):
    return HttpResponseRedirect(f"/items/{pk}/")


def named(request):
    return HttpResponseRedirect(reverse("search") + "?q=" + request.GET["q"])


def helped(request):
    return redirect(target_of(request))  # want: LNT119


def helped_checked(request):
    return redirect(target_of_ours(request))


class Back(View):
    def get(self, request):
        return HttpResponseRedirect(request.GET["back"])  # want: LNT119

    def post(self, request):
        return HttpResponseRedirect("/done/")


class Home(View):
    target = "/home/"

    def get(self, request):
        request.session["seen"] = request.GET.get("from", "")
        return HttpResponseRedirect(self.target)


# file: site_views/targets.py
from django.utils.http import url_has_allowed_host_and_scheme


def target_of(request):
    target = request.GET.get("next")
    if target:
        return target
    return "/"


def target_of_ours(request):
    target = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return target
    return "/"


# file: api/app.py
from fastapi import FastAPI
from fastapi.responses import JSONResponse, RedirectResponse

app = FastAPI()


@app.get("/go")
def go(to: str):
    return RedirectResponse(to)  # want: LNT119


@app.get("/shown")
def shown(to: str):
    return JSONResponse({"to": to})


@app.get("/page/{number}")
def page(number: int):
    return RedirectResponse(url=f"/pages/{number}")


@app.get("/docs-of/{name}")
def docs_of(name: str):
    return RedirectResponse("https://docs.shop.example/" + name)
