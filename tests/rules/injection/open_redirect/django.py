# file: shop/views.py
from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View
from django.views.generic import FormView

PLACES = {"home": "/", "orders": "/orders/"}


class BackForm(forms.Form):
    back = forms.CharField()
    number = forms.IntegerField()


def after_login(request):
    return redirect(request.GET["next"])  # want: LNT119


def leave(request):
    return HttpResponseRedirect(request.POST.get("target"))  # want: LNT119


def referer(request):
    return HttpResponseRedirect(resolve_url(request.META["HTTP_REFERER"]))  # want: LNT119


def header(request, to):
    response = HttpResponse(status=302)
    response["Location"] = to  # want: LNT119
    return response


class Back(View):
    def get(self, request, where):
        return redirect(self.request.COOKIES["back"])  # want: LNT119

    def post(self, request, where):
        form = BackForm(request.POST)
        if not form.is_valid():
            return redirect("back", where=where)
        return redirect(form.cleaned_data["back"])  # want: LNT119


class Order(FormView):
    form_class = BackForm

    def get(self, request, *args, **kwargs):
        return redirect(reverse("order", args=[self.kwargs["number"]]))


def checked(request):
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    return redirect(target)


def place(request):
    return redirect(PLACES.get(request.GET.get("place"), "/"))


def order(request, number):
    return HttpResponseRedirect(f"/orders/{number}/?page={request.GET['page']}")


def again(request):
    return HttpResponseRedirect(request.get_full_path())


# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [
    path("after-login/", views.after_login),
    path("leave/", views.leave),
    path("referer/", views.referer),
    path("header/<path:to>", views.header),
    path("back/<str:where>/", views.Back.as_view(), name="back"),
    path("order/<int:number>/form/", views.Order.as_view(), name="order"),
    path("checked/", views.checked),
    path("place/", views.place),
    path("order/<int:number>/", views.order),
    path("again/", views.again),
]
