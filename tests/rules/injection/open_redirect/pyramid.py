from pyramid.config import Configurator
from pyramid.httpexceptions import HTTPFound, HTTPSeeOther
from pyramid.request import Request
from pyramid.view import view_config

PLACES = {"home": "/", "orders": "/orders"}


@view_config(route_name="after_login")
def after_login(request):
    return HTTPFound(location=request.params["next"])  # want: LNT119


@view_config(route_name="leave", request_method="POST")
def leave(request: Request):
    raise HTTPSeeOther(request.POST.get("target", "/"))  # want: LNT119


@view_config(route_name="moved")
def moved(request):
    request.response.status = 302
    request.response.location = request.matchdict["to"]  # want: LNT119
    return request.response


@view_config(route_name="order")
def order(request):
    return HTTPFound(location=request.route_url("orders", number=request.matchdict["number"]))


@view_config(route_name="place")
def place(request):
    return HTTPFound(location=PLACES.get(request.GET["place"], "/"))


@view_config(route_name="item")
def item(request):
    return HTTPFound(location="/catalogue/" + request.matchdict["name"])


def again(request):
    return HTTPFound(location=request.path)


def main(settings):
    config = Configurator(settings=settings)
    config.add_route("after_login", "/after-login")
    config.add_route("again", "/again")
    config.add_view(again, route_name="again")
    config.scan()
    return config.make_wsgi_app()
