# option: functions = 6
# option: statements = 20
# option: groups = 3
# file: app/actions.py
def course_create(context, data):
    row = context["course"]
    if not row:
        raise LookupError("course")
    row["create"] = data
    return row


def course_close(context, data):
    row = context["course"]
    if not row:
        raise LookupError("course")
    row["close"] = data
    return row


def course_rename(context, data):
    row = context["course"]
    if not row:
        raise LookupError("course")
    row["rename"] = data
    return row


def exam_create(context, data):
    row = context["exam"]
    if not row:
        raise LookupError("exam")
    row["create"] = data
    return row


def exam_close(context, data):
    row = context["exam"]
    if not row:
        raise LookupError("exam")
    row["close"] = data
    return row


def exam_rename(context, data):
    row = context["exam"]
    if not row:
        raise LookupError("exam")
    row["rename"] = data
    return row


def tutor_create(context, data):
    row = context["tutor"]
    if not row:
        raise LookupError("tutor")
    row["create"] = data
    return row


def tutor_close(context, data):
    row = context["tutor"]
    if not row:
        raise LookupError("tutor")
    row["close"] = data
    return row


def tutor_rename(context, data):
    row = context["tutor"]
    if not row:
        raise LookupError("tutor")
    row["rename"] = data
    return row
# file: app/validators.py
def validate_course_title(text):
    if not text:
        raise ValueError("course")
    if len(str(text)) > 99:
        raise ValueError("title")
    cleaned = str(text)
    return cleaned


def validate_course_date(day):
    if not day:
        raise ValueError("course")
    if len(str(day)) > 99:
        raise ValueError("date")
    cleaned = str(day)
    return cleaned


def validate_course_size(number):
    if not number:
        raise ValueError("course")
    if len(str(number)) > 99:
        raise ValueError("size")
    cleaned = str(number)
    return cleaned


def validate_exam_title(text):
    if not text:
        raise ValueError("exam")
    if len(str(text)) > 99:
        raise ValueError("title")
    cleaned = str(text)
    return cleaned


def validate_exam_date(day):
    if not day:
        raise ValueError("exam")
    if len(str(day)) > 99:
        raise ValueError("date")
    cleaned = str(day)
    return cleaned


def validate_exam_size(number):
    if not number:
        raise ValueError("exam")
    if len(str(number)) > 99:
        raise ValueError("size")
    cleaned = str(number)
    return cleaned


def validate_tutor_title(text):
    if not text:
        raise ValueError("tutor")
    if len(str(text)) > 99:
        raise ValueError("title")
    cleaned = str(text)
    return cleaned


def validate_tutor_date(day):
    if not day:
        raise ValueError("tutor")
    if len(str(day)) > 99:
        raise ValueError("date")
    cleaned = str(day)
    return cleaned


def validate_tutor_size(number):
    if not number:
        raise ValueError("tutor")
    if len(str(number)) > 99:
        raise ValueError("size")
    cleaned = str(number)
    return cleaned
# file: tests/test_all.py
def make_course_title(text):
    if not text:
        raise ValueError("course")
    one = 1
    two = 2
    return text


def make_course_date(day):
    if not day:
        raise ValueError("course")
    one = 1
    two = 2
    return day


def make_course_size(number):
    if not number:
        raise ValueError("course")
    one = 1
    two = 2
    return number


def make_exam_title(text):
    if not text:
        raise ValueError("exam")
    one = 1
    two = 2
    return text


def make_exam_date(day):
    if not day:
        raise ValueError("exam")
    one = 1
    two = 2
    return day


def make_exam_size(number):
    if not number:
        raise ValueError("exam")
    one = 1
    two = 2
    return number


def make_tutor_title(text):
    if not text:
        raise ValueError("tutor")
    one = 1
    two = 2
    return text


def make_tutor_date(day):
    if not day:
        raise ValueError("tutor")
    one = 1
    two = 2
    return day


def make_tutor_size(number):
    if not number:
        raise ValueError("tutor")
    one = 1
    two = 2
    return number
