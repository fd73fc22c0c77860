import os
import string

from flask import request

LETTERS = set("abcdefghijklmnopqrstuvwxyz")


def each_sign_is_a_letter():
    word = request.args["word"]
    if not all(sign in LETTERS for sign in word):
        return "no"
    os.system("note " + word)


def each_sign_of_a_changed_text():
    word = request.args["word"].strip()
    if any(sign not in string.ascii_letters for sign in word):
        return "no"
    os.system("note " + word)


def each_sign_in_a_loop():
    word = request.args["word"]
    for sign in word:
        if sign not in LETTERS:
            return "no"
    os.system("note " + word)


def signs_of_a_shell_among_them():
    word = request.args["word"]
    if not all(sign in "abc;$" for sign in word):
        return "no"
    os.system("note " + word)  # want: LNT106


def some_signs_refused():
    word = request.args["word"]
    if any(sign in ";" for sign in word):
        return "no"
    os.system("note " + word)  # want: LNT106


def some_sign_is_a_letter():
    word = request.args["word"]
    if any(sign in LETTERS for sign in word):
        os.system("note " + word)  # want: LNT106


def set_of_signs():
    word = request.args["word"]
    if not set(word) <= LETTERS:
        return "no"
    os.system("note " + word)


def set_of_signs_the_other_way():
    word = request.args["word"]
    if not LETTERS <= set(word):
        return "no"
    os.system("note " + word)  # want: LNT106


def words_of_a_list():
    words = request.args.getlist("word")
    if not all(word in ("date", "uptime") for word in words):
        return "no"
    os.system("; ".join(words))


def steps_of_a_format():
    os.system("note {0[0]}".format(["ready", request.args["word"]]))
    os.system("note {0[1]}".format(["ready", request.args["word"]]))  # want: LNT106
    os.system("note {held[state]}".format(held={"state": "ready", "word": request.args["word"]}))


def nothing_of_a_text():
    os.system("note" + request.args["word"][:0])
    os.system("note" + request.args["word"] * 0)
    os.system("note" + request.args["word"][:1])  # want: LNT106
    os.system("note" + request.args["word"] * 1)  # want: LNT106
