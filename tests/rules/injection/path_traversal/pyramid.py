import os

from pyramid.response import FileResponse, Response
from pyramid.view import view_config

REPORTS = "/srv/reports"


@view_config(route_name="report")
def report(request):
    return FileResponse(os.path.join(REPORTS, request.matchdict["name"]), request=request)  # want: LNT121


@view_config(route_name="upload", request_method="POST")
def upload(request):
    given = request.POST["report"]
    with open(os.path.join(REPORTS, given.filename), "wb") as target:  # want: LNT121
        target.write(given.file.read())
    return Response("stored")


@view_config(route_name="base")
def base(request):
    return FileResponse(os.path.join(REPORTS, os.path.basename(request.GET["name"])), request=request)


@view_config(route_name="year")
def year(request):
    return FileResponse(f"{REPORTS}/{int(request.matchdict['year'])}.pdf", request=request)


@view_config(route_name="latest")
def latest(request):
    return FileResponse(f"{REPORTS}/latest.pdf", content_type=request.params.get("type"))
