"""Fields of a form, as their validators, and the form's methods named after them, let them pass."""

import re

from flask import Flask, abort, request
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField, ValidationError, validators

app = Flask(__name__)


def validate_name(form, field):
    if re.search(r"[^A-Za-z0-9\-]", field.data):
        raise ValidationError("letters, digits, hyphens")


def not_too_long(form, field):
    if len(field.data) > 100:
        raise ValidationError("too long")


class Inside:
    def __call__(self, form, field):
        if "/" in field.data or "\\" in field.data:
            raise ValidationError("a name")


class Report(FlaskForm):
    name = StringField("Name", validators=[validators.DataRequired(), validate_name])
    other = StringField("Other", [validators.Regexp(r"^[a-z]+$")])
    begins = StringField("Begins", [validators.Regexp(r"[a-z]+")])
    free = StringField("Free")
    chosen = SelectField("Chosen", [validators.DataRequired()])
    number = IntegerField("Number")
    kind = StringField("Kind", validators=[validators.AnyOf(["a", "b"])])
    own = StringField("Own")
    uid = StringField("Uid", [validators.UUID()])
    long = StringField("Long", [validators.Length(max=30), not_too_long])
    inside = StringField("Inside", [Inside()])

    def validate_own(self, field):
        if "/" in field.data or ".." in field.data:
            raise ValidationError("no folders")

    def validate_free(self, field):
        if not field.data:
            raise ValidationError("something")


@app.post("/1")
def filled_by_the_request():
    form = Report(request.form)
    if not form.validate():
        abort(400)
    open("/data/" + form.name.data)
    open("/data/" + form.other.data)
    open("/data/" + form.kind.data)
    open("/data/" + form.free.data)  # want: LNT121
    return open("/data/" + form.chosen.data).read()


@app.post("/2")
def filled_by_itself():
    form = Report()
    if form.validate_on_submit():
        open("/data/" + form.name.data)
        open("/data/" + form.own.data)
        open("/data/" + form.uid.data)
        open("/data/" + form.inside.data)
        open("/data/" + str(form.number.data))
        open("/data/" + form.begins.data)  # want: LNT121
        open("/data/" + form.long.data)  # want: LNT121
    return "done"


@app.post("/3")
def one_is_checked_here():
    form = Report()
    if form.free.data not in ("a", "b"):
        abort(400)
    open("/data/" + form.free.data)
    return open("/data/" + form.long.data).read()  # want: LNT121


@app.post("/4")
def what_came_in():
    form = Report()
    return open("/data/" + form.name.raw_data[0]).read()  # want: LNT121
