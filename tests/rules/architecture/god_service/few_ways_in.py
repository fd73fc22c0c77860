# option: functions = 10
# option: statements = 48
# file: app/report.py
import json

TABLE = {}


def _parse_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def _render_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def _compare_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def _parse_currency():
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["seen"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def _render_currency():
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["seen"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def _compare_currency():
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["seen"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def _parse_holiday():
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["seen"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def _render_holiday():
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["seen"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def _compare_holiday():
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["seen"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def _parse_postcode():
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["seen"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def _render_postcode():
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["seen"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def _compare_postcode():
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["seen"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def report():
    return [_parse_colour(), _render_colour(), _compare_colour()]

# file: app/shared.py
import json  # want: LNT401 @1 "module shared"

TABLE = {}


def _parse_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def _render_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def _compare_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def _parse_currency():
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["seen"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def _render_currency():
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["seen"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def _compare_currency():
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["seen"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def _parse_holiday():
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["seen"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def _render_holiday():
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["seen"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def _compare_holiday():
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["seen"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def _parse_postcode():
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["seen"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def _render_postcode():
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["seen"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def _compare_postcode():
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["seen"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def report():
    return [_parse_colour(), _render_colour(), _compare_colour()]

# file: app/shop.py
from app import shared
from app.shared import _parse_colour, _render_colour


def open_shop():
    return _parse_colour(), _render_colour(), shared._compare_colour()
