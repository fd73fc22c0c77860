"""What a view is handed as its form: of a class that nobody knows, no check is known either."""

from django import forms
from django.http import HttpResponseRedirect
from django.views.generic import FormView


def loaded(name):
    return __import__("shop.forms", fromlist=[name]).__dict__[name]


class Way(forms.Form):
    back = forms.CharField()


class Known(FormView):
    form_class = Way

    def form_valid(self, form):
        return HttpResponseRedirect(form.cleaned_data["back"])  # want: LNT119


class Loaded(FormView):
    form_class = loaded("SignupForm")

    def form_valid(self, form):
        return HttpResponseRedirect(form.cleaned_data["back"])


class Unnamed(FormView):
    def form_valid(self, form):
        return HttpResponseRedirect(form.cleaned_data["back"])  # want: LNT119
