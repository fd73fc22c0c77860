from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from ninja import Form, NinjaAPI, Router, Schema

api = NinjaAPI()
router = Router()


class Target(Schema):
    address: str
    number: int


@api.get("/after-login")
def after_login(request, next: str = "/"):
    return HttpResponseRedirect(next)  # want: LNT119


@router.post("/body")
def from_body(request, target: Target):
    return HttpResponseRedirect(target.address)  # want: LNT119


@router.post("/form")
def from_form(request, target: str = Form(...)):
    return HttpResponseRedirect(target)  # want: LNT119


@router.get("/raw")
def raw(request):
    return HttpResponseRedirect(request.GET["next"])  # want: LNT119


@router.post("/order")
def order(request, target: Target):
    return HttpResponseRedirect(f"/orders/{target.number}")


@router.get("/checked")
def checked(request, next: str = "/"):
    if url_has_allowed_host_and_scheme(next, allowed_hosts=None):
        return HttpResponseRedirect(next)
    return HttpResponseRedirect("/")


@router.get("/again")
def again(request):
    return HttpResponseRedirect(request.path)
