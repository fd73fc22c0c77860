# option: endpoints = 12
# file: app/pages.py
import json  # want: LNT402 @1 "module pages" "14 endpoints" "package (3), token (3), account (2), captcha (2), plugin (2) and 1 more"

from flask import Blueprint

pages = Blueprint("pages", __name__)


@pages.route("/add_account")
def add_account():
    return {"account": 1}


@pages.route("/drop_account")
def drop_account():
    return {"account": 1}


@pages.route("/add_package")
def add_package():
    return {"package": 1}


@pages.route("/move_package")
def move_package():
    return {"package": 1}


@pages.route("/edit_package")
def edit_package():
    return {"package": 1}


@pages.route("/set_captcha")
def set_captcha():
    return {"captcha": 1}


@pages.route("/solve_captcha")
def solve_captcha():
    return {"captcha": 1}


@pages.route("/load_setting")
def load_setting():
    return {"setting": 1}


@pages.route("/save_setting")
def save_setting():
    return {"setting": 1}


@pages.route("/add_token")
def add_token():
    return {"token": 1}


@pages.route("/drop_token")
def drop_token():
    return {"token": 1}


@pages.route("/list_token")
def list_token():
    return {"token": 1}


@pages.route("/list_plugin")
def list_plugin():
    return {"plugin": 1}


@pages.route("/enable_plugin")
def enable_plugin():
    return {"plugin": 1}


# file: app/orders.py
from flask import Blueprint

orders = Blueprint("orders", __name__)


@orders.route("/new")
def order_new():
    return {"new": 1}


@orders.route("/delete")
def order_delete():
    return {"delete": 1}


@orders.route("/edit")
def order_edit():
    return {"edit": 1}


@orders.route("/show")
def order_show():
    return {"show": 1}


@orders.route("/process")
def order_process():
    return {"process": 1}


@orders.route("/follow")
def order_follow():
    return {"follow": 1}


@orders.route("/unfollow")
def order_unfollow():
    return {"unfollow": 1}


@orders.route("/close")
def order_close():
    return {"close": 1}


@orders.route("/open")
def order_open():
    return {"open": 1}


@orders.route("/archive")
def order_archive():
    return {"archive": 1}


@orders.route("/restore")
def order_restore():
    return {"restore": 1}


@orders.route("/copy")
def order_copy():
    return {"copy": 1}


@orders.route("/member_new")
def order_member_new():
    return {"member_new": 1}


@orders.route("/member_delete")
def order_member_delete():
    return {"member_delete": 1}
