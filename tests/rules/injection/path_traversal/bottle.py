from bottle import get, post, request, static_file


@get("/folder/<folder>/<name>")
def folder(folder, name):
    return static_file(name, root="/srv/" + folder)  # want: LNT121


@post("/raw")
def raw():
    upload = request.files.get("report")
    upload.save("/srv/reports/" + upload.raw_filename)  # want: LNT121


@get("/read")
def read():
    with open(f"/srv/reports/{request.query['name']}") as report:  # want: LNT121
        return report.read()


@get("/report/<name:path>")
def report(name):
    return static_file(name, root="/srv/reports", download=request.query.get("as"))


@post("/cleaned")
def cleaned():
    upload = request.files.get("report")
    upload.save("/srv/reports/" + upload.filename)


@get("/year/<year:int>")
def year(year):
    with open(f"/srv/reports/{year}.txt") as report:
        return report.read()
