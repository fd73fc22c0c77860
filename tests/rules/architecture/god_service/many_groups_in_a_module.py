# option: functions = 10
# option: statements = 48
# file: app/lookups.py
import json  # want: LNT401 @1 "module lookups" "12 functions" "colour (3), currency (3), holiday (3), postcode (3)"

TABLE = {}


def parse_colour(text):
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["parse"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def render_colour(value):
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["render"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def compare_colour(one):
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["compare"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def parse_currency(text):
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["parse"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def render_currency(value):
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["render"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def compare_currency(one):
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["compare"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def parse_holiday(text):
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["parse"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def render_holiday(value):
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["render"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def compare_holiday(one):
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["compare"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def parse_postcode(text):
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["parse"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def render_postcode(value):
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["render"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def compare_postcode(one):
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["compare"] = True
    TABLE["postcode"] = json.dumps(row)
    return row
