import os

from flask import request


class Refused(Exception):
    pass


class Explained(Exception):
    def __init__(self, code, reason):
        super().__init__(code)
        self.reason = reason


def message():
    try:
        raise ValueError(request.args["q"])
    except ValueError as error:
        os.system(str(error))  # want: LNT106


def one_of_several_arguments():
    try:
        raise RuntimeError("code", request.args["q"])
    except RuntimeError as error:
        os.system("note " + error.args[1])  # want: LNT106


def the_other_argument():
    try:
        raise RuntimeError("code", request.args["q"])
    except RuntimeError as error:
        os.system("note " + error.args[0])


def of_another_kind():
    try:
        raise RuntimeError(request.args["q"])
    except KeyError as error:
        os.system(f"note {error}")
    except Exception:
        os.system("note trouble")


def of_a_kind_above():
    try:
        raise KeyError(request.args["q"])
    except (TypeError, LookupError) as error:
        os.system(f"note {error}")  # want: LNT106


def own_exception():
    try:
        raise Refused(request.args["q"])
    except Refused as refusal:
        os.system(f"note {refusal}")  # want: LNT106


def own_field():
    try:
        raise Explained("code", request.args["q"])
    except Explained as refusal:
        os.system("note " + refusal.reason)  # want: LNT106


def nothing_of_it():
    try:
        raise ValueError(request.args["q"])
    except ValueError:
        os.system("note trouble")
