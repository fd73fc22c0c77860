# Loaders of objects below that of a library: one that finds no classes makes none.

import io
import pickle

from flask import request


class Nothing(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(name)


class Logging(pickle.Unpickler):
    def persistent_load(self, name):
        return name


def refusing():
    return Nothing(io.BytesIO(request.get_data())).load()  # want-spurious: LNT120


def logging():
    return Logging(io.BytesIO(request.get_data())).load()  # want: LNT120
