from bottle import Bottle, get, post, redirect, request, route

app = Bottle()
PLACES = ("/home", "/orders")


@route("/after-login")
def after_login():
    redirect(request.query.next)  # want: LNT119


@post("/leave")
def leave():
    redirect(request.forms.get("target"))  # want: LNT119


@app.get("/moved/<to:path>")
def moved(to):
    redirect(to)  # want: LNT119


@get("/place")
def place():
    wanted = request.params["place"]
    if wanted in PLACES:
        redirect(wanted)


@app.get("/order/<number:int>")
def order(number):
    redirect(f"/orders/{number}")


@app.get("/items/<name>")
def item(name):
    redirect(app.get_url("item", name=name))


@get("/again")
def again():
    redirect(request.path)
