# option: functions = 12
# option: statements = 60
# file: app/utils.py
import json  # want: LNT401 @1 "module utils" "14 functions"

TABLE = {}


def format_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def parse_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def render_currency():
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["seen"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def compare_holiday():
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["seen"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def resolve_postcode():
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["seen"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def measure_gradient():
    row = json.loads(TABLE["gradient"])
    if not row:
        raise LookupError("gradient")
    row["seen"] = True
    TABLE["gradient"] = json.dumps(row)
    return row


def scan_barcode():
    row = json.loads(TABLE["barcode"])
    if not row:
        raise LookupError("barcode")
    row["seen"] = True
    TABLE["barcode"] = json.dumps(row)
    return row


def shift_timezone():
    row = json.loads(TABLE["timezone"])
    if not row:
        raise LookupError("timezone")
    row["seen"] = True
    TABLE["timezone"] = json.dumps(row)
    return row


def check_password():
    row = json.loads(TABLE["password"])
    if not row:
        raise LookupError("password")
    row["seen"] = True
    TABLE["password"] = json.dumps(row)
    return row


def unpack_archive():
    row = json.loads(TABLE["archive"])
    if not row:
        raise LookupError("archive")
    row["seen"] = True
    TABLE["archive"] = json.dumps(row)
    return row


def draw_calendar():
    row = json.loads(TABLE["calendar"])
    if not row:
        raise LookupError("calendar")
    row["seen"] = True
    TABLE["calendar"] = json.dumps(row)
    return row


def total_invoice():
    row = json.loads(TABLE["invoice"])
    if not row:
        raise LookupError("invoice")
    row["seen"] = True
    TABLE["invoice"] = json.dumps(row)
    return row


def guess_weather():
    row = json.loads(TABLE["weather"])
    if not row:
        raise LookupError("weather")
    row["seen"] = True
    TABLE["weather"] = json.dumps(row)
    return row


def dial_phone():
    row = json.loads(TABLE["phone"])
    if not row:
        raise LookupError("phone")
    row["seen"] = True
    TABLE["phone"] = json.dumps(row)
    return row

# file: app/almanac.py
import json

TABLE = {}


def format_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def parse_colour():
    row = json.loads(TABLE["colour"])
    if not row:
        raise LookupError("colour")
    row["seen"] = True
    TABLE["colour"] = json.dumps(row)
    return row


def render_currency():
    row = json.loads(TABLE["currency"])
    if not row:
        raise LookupError("currency")
    row["seen"] = True
    TABLE["currency"] = json.dumps(row)
    return row


def compare_holiday():
    row = json.loads(TABLE["holiday"])
    if not row:
        raise LookupError("holiday")
    row["seen"] = True
    TABLE["holiday"] = json.dumps(row)
    return row


def resolve_postcode():
    row = json.loads(TABLE["postcode"])
    if not row:
        raise LookupError("postcode")
    row["seen"] = True
    TABLE["postcode"] = json.dumps(row)
    return row


def measure_gradient():
    row = json.loads(TABLE["gradient"])
    if not row:
        raise LookupError("gradient")
    row["seen"] = True
    TABLE["gradient"] = json.dumps(row)
    return row


def scan_barcode():
    row = json.loads(TABLE["barcode"])
    if not row:
        raise LookupError("barcode")
    row["seen"] = True
    TABLE["barcode"] = json.dumps(row)
    return row


def shift_timezone():
    row = json.loads(TABLE["timezone"])
    if not row:
        raise LookupError("timezone")
    row["seen"] = True
    TABLE["timezone"] = json.dumps(row)
    return row


def check_password():
    row = json.loads(TABLE["password"])
    if not row:
        raise LookupError("password")
    row["seen"] = True
    TABLE["password"] = json.dumps(row)
    return row


def unpack_archive():
    row = json.loads(TABLE["archive"])
    if not row:
        raise LookupError("archive")
    row["seen"] = True
    TABLE["archive"] = json.dumps(row)
    return row


def draw_calendar():
    row = json.loads(TABLE["calendar"])
    if not row:
        raise LookupError("calendar")
    row["seen"] = True
    TABLE["calendar"] = json.dumps(row)
    return row


def total_invoice():
    row = json.loads(TABLE["invoice"])
    if not row:
        raise LookupError("invoice")
    row["seen"] = True
    TABLE["invoice"] = json.dumps(row)
    return row


def guess_weather():
    row = json.loads(TABLE["weather"])
    if not row:
        raise LookupError("weather")
    row["seen"] = True
    TABLE["weather"] = json.dumps(row)
    return row


def dial_phone():
    row = json.loads(TABLE["phone"])
    if not row:
        raise LookupError("phone")
    row["seen"] = True
    TABLE["phone"] = json.dumps(row)
    return row
