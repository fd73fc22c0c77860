# file: rules/app.py
"""Code that is run by helpers, handlers and objects of other files."""

from django.http import HttpResponse

from rules.engine import Constant, Engine, Formula, checked, evaluate_safely


def apply(request):
    return HttpResponse(Engine(request.GET["rule"]).result())


def apply_fixed(request):
    engine = Engine("1 + 1")
    engine.note = request.GET["rule"]
    return HttpResponse(engine.fixed_result())


def apply_formula(request):
    formula = Formula()
    formula["body"] = request.POST["rule"]
    formula["title"] = "title"
    return HttpResponse(formula.run())


def apply_constant(request):
    constant = Constant()
    constant["body"] = "2 + 2"
    constant["title"] = request.POST["rule"]
    return HttpResponse(constant.run())


def apply_safely(request, rule):
    return HttpResponse(evaluate_safely(rule))


def apply_checked(request, rule):
    return HttpResponse(eval(checked(rule)))


def apply_unchecked(request, rule):
    checked(request.GET["rule"])
    return HttpResponse(eval(rule))  # want: LNT108


# file: rules/urls.py
from django.urls import path

from rules import app

urlpatterns = [
    path("apply/", app.apply),
    path("fixed/", app.apply_fixed),
    path("formula/", app.apply_formula),
    path("constant/", app.apply_constant),
    path("safely/<str:rule>/", app.apply_safely),
    path("checked/<str:rule>/", app.apply_checked),
    path("unchecked/<str:rule>/", app.apply_unchecked),
]


# file: rules/__init__.py
# file: rules/engine.py
import ast

RULES = frozenset({"1 + 1", "2 + 2"})


class Engine:
    def __init__(self, rule):
        self.rule = rule
        self.note = ""
        self.fixed = "3 + 3"

    def result(self):
        return eval(self.rule)  # want: LNT108

    def fixed_result(self):
        return eval(self.fixed)


class Formula(dict):
    def run(self):
        return eval(self["body"])  # want: LNT108


class Constant(dict):
    def run(self):
        return eval(self["body"])


def evaluate_safely(rule):
    try:
        return ast.literal_eval(rule)
    except (ValueError, SyntaxError):
        return None


def checked(rule):
    if rule not in RULES:
        raise ValueError("unknown rule")
    return rule
