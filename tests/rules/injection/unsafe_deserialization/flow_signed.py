import hashlib
import hmac
import pickle

from flask import abort, request

KEY = b"key"


def signed():
    sent = request.get_data()
    mark, body = sent[:32], sent[32:]
    if not hmac.compare_digest(mark, hmac.new(KEY, body, hashlib.sha256).digest()):
        abort(403)
    return pickle.loads(body)


def not_signed():
    sent = request.get_data()
    return pickle.loads(sent[32:])  # want: LNT120
