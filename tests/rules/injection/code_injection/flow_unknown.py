"""Code of unknown origin may be anyone's, and who evaluates an expression takes it for data.

A name of a module that a caller chooses is what loaders are for.
"""

import importlib
import os
import runpy

SETTINGS = os.environ["SETTINGS_MODULE"]


def run(formula):
    return eval(formula)  # want: LNT108


def run_body(body, names):
    exec(f"def made(value):\n    {body}\n", names)  # want: LNT108


def run_constant(names):
    return eval("price * amount", names)


def run_number(count: int):
    return eval(f"{count} * 2")


def load(name):
    return importlib.import_module(name)


def load_plugin(kind):
    return importlib.import_module(f"shop.plugins.{kind}")


def load_settings():
    return importlib.import_module(SETTINGS)


def run_script(path):
    return runpy.run_path(path)
