"""Where a client is sent: to one of our own addresses, or wherever the link said."""

from urllib.parse import urlparse

from flask import Flask, abort, make_response, redirect, request, url_for

app = Flask(__name__)
PAGES = {"home": "/", "cart": "/cart"}
TARGETS = ("/", "/cart")


def fallback(target):
    return "/" if target else "/cart"


@app.get("/1")
def as_asked():
    return redirect(request.args["next"])  # want: LNT119


@app.get("/2")
def to_a_handler():
    return redirect(url_for("as_asked", next=request.args["next"]))


@app.get("/3")
def as_asked_or_home():
    return redirect(request.args.get("next") or url_for("as_asked"))  # want: LNT119


@app.get("/4")
def constant():
    return redirect("/" if request.args.get("next") else "/cart")


@app.get("/5")
def slash_only():
    target = request.args["next"]
    if not target.startswith("/"):
        abort(400)
    return redirect(target)  # want: LNT119


@app.get("/6")
def one_of_ours():
    target = request.args["next"]
    if target not in TARGETS:
        abort(400)
    return redirect(target)


@app.get("/7")
def named_page():
    return redirect(PAGES.get(request.args["page"], "/"))


@app.get("/8")
def named_page_or_as_asked():
    return redirect(PAGES.get(request.args["page"], request.args["page"]))  # want: LNT119


@app.get("/9")
def behind_a_path():
    return redirect("/goods/" + request.args["name"])


@app.get("/10")
def behind_a_host():
    return redirect(f"https://shop.example/goods/{request.args['name']}")


@app.get("/11")
def as_host():
    return redirect(f"https://{request.args['host']}/goods")  # want: LNT119


@app.get("/12")
def in_a_query():
    return redirect("/login?next=" + request.args["next"])


@app.get("/13")
def by_number():
    return redirect(f"/goods/{int(request.args['id'])}", code=303)


@app.get("/14")
def of_a_helper():
    return redirect(fallback(request.args["next"]))


@app.get("/15")
def by_cookie():
    target = request.cookies.get("next", "/")
    return redirect(location=target)  # want: LNT119


@app.get("/16")
def forgotten():
    target = request.args["next"]
    target = "/cart"
    return redirect(target)


@app.get("/17")
def by_header():
    response = make_response("", 302)
    response.headers["X-Asked"] = "yes" if request.args["next"] else "no"
    return response


@app.get("/18/<path:target>")
def path_as_target(target):
    return redirect(target)  # want: LNT119


@app.get("/19")
def guarded_in_vain():
    target = request.args["next"]
    if not target.startswith("/"):
        app.logger.warning("strange target")
    return redirect(target)  # want: LNT119


@app.get("/20")
def scheme_asked_only():
    target = request.args["next"]
    if urlparse(target).scheme not in ("http", "https"):
        abort(400)
    return redirect(target)  # want: LNT119


@app.get("/21")
def host_asked():
    target = request.args["next"]
    if urlparse(target).netloc != "shop.example":
        abort(400)
    return redirect(target)


@app.get("/22")
def dead():
    target = "/cart"
    if 3 * 3 > 9:
        target = request.args["next"]
    return redirect(target)
