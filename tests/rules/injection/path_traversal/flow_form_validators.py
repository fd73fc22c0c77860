# file: forms.py
"""Validators of a form hold its fields to a pattern, once it is validated."""

import re

from flask_wtf import FlaskForm
from wtforms import StringField, ValidationError, validators


def only_letters(form, field):
    if re.search(r"[^A-Za-z0-9-]", field.data):
        raise ValidationError("letters, please")


class Package(FlaskForm):
    name = StringField("Name", validators=[validators.DataRequired(), only_letters])
    folder = StringField("Folder", validators=[validators.DataRequired()])
    short = StringField("Short", [validators.Regexp(r"[a-z]+\Z")])
    own = StringField("Own")

    def validate_own(self, field):
        if re.search(r"[^A-Za-z0-9-]", field.data):
            raise ValidationError("letters, please")


# file: app.py
import os

from flask import Flask

from forms import Package

app = Flask(__name__)


@app.post("/packages")
def packages():
    form = Package()
    if form.validate_on_submit():
        os.mkdir("/srv/" + form.name.data)
        os.mkdir("/srv/" + form.folder.data)  # want: LNT121
        os.mkdir("/srv/" + form.short.data)
        os.mkdir("/srv/" + form.own.data)
    return ""


# file: checked.py
import os

from flask import Flask
from flask_wtf import FlaskForm
from wtforms import StringField

app = Flask(__name__)


class Pair(FlaskForm):
    kind = StringField()
    name = StringField()


@app.post("/pairs")
def pairs():
    form = Pair()
    if form.kind.data in ("shop", "stock"):
        os.mkdir("/srv/" + form.kind.data)
        os.mkdir("/srv/" + form.name.data)  # want: LNT121
    return ""
