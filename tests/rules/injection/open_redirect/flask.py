from flask import Blueprint, Flask, g, make_response, redirect, request, session, url_for
from flask.views import MethodView

app = Flask(__name__)
pages = Blueprint("pages", __name__)
PLACES = {"home": "/", "orders": "/orders"}


@app.get("/after-login")
def after_login():
    return redirect(request.args["next"])  # want: LNT119


@pages.route("/leave", methods=["POST"])
def leave():
    target = request.form.get("target", "/")
    if not target.startswith("/"):
        target = "/" + target
    return redirect(target)  # want: LNT119


@app.post("/moved")
def moved():
    response = make_response("", 302)
    response.headers["Location"] = request.get_json()["to"]  # want: LNT119
    return response


@app.before_request
def keep_the_way_back():
    g.back = request.cookies.get("back")


@app.get("/back")
def back():
    return redirect(g.back)  # want: LNT119


class Switch(MethodView):
    def get(self, place):
        return redirect(f"/places/{place}")

    def post(self, address):
        return redirect(address)  # want: LNT119


app.add_url_rule("/switch/<place>", view_func=Switch.as_view("switch"))


@app.post("/upload")
def upload():
    if "file" not in request.files:
        return redirect(request.url)
    return redirect(url_for("order", number=request.form["number"]))


@app.get("/place")
def place():
    return redirect(PLACES.get(request.args["place"], "/"))


@app.get("/order/<int:number>")
def order(number):
    session["last"] = number
    return redirect(f"/orders/{number}?page={request.args['page']}")


@app.get("/again")
def again():
    return redirect(request.full_path)
