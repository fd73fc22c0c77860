import re

from flask import request


def plain_literal():
    text = request.args["text"]
    if not text.startswith("'") or not text.endswith("'") or "'" in text[1:-1]:
        return "a plain literal, please"
    return eval(text)


def plain_literal_or_nothing():
    text = ""
    given = request.form.getlist("text")
    if given:
        text = given[0].strip()
    if text.startswith('"') and text.endswith('"') and '"' not in text[1:-1]:
        exec("shown = " + text)


def ends_of_a_literal():
    text = request.args["text"]
    if not text.startswith("'") or not text.endswith("'"):
        return "a plain literal, please"
    return eval(text)  # want: LNT108


def another_quote_inside():
    text = request.args["text"]
    if not text.startswith("'") or not text.endswith("'") or '"' in text[1:-1]:
        return "a plain literal, please"
    return eval(text)  # want: LNT108


def one_end_alone():
    text = request.args["text"]
    if not text.startswith("'") or "'" in text[1:-1]:
        return "a plain literal, please"
    return eval(text)  # want: LNT108


def written_as_literal():
    text = request.args["text"]
    eval("len(" + repr(text) + ")")
    eval(f"len({text!r})")
    eval("len(%r)" % text)
    eval("len({!r})".format(text))


def written_between_quotes():
    eval(f"len('{request.args['text']}')")  # want: LNT108
    eval("len('%s')" % request.args["text"])  # want: LNT108


class Shown:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def object_that_says_what_it_likes():
    eval(repr(Shown(request.args["text"])))  # want: LNT108


def sum_of_numbers():
    text = request.args["sum"]
    if not re.fullmatch(r"[0-9+*/ ().-]+", text):
        return "no sum"
    return eval(text)


def words_and_brackets():
    text = request.args["sum"]
    if not re.fullmatch(r"[0-9a-z ().-]+", text):
        return "no sum"
    return eval(text)  # want: LNT108
