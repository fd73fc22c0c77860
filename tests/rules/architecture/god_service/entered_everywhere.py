# option: functions = 20
# file: app/contexts/school.py
"""Several things with the same verbs in a module that callers enter everywhere."""  # want: LNT401 @1 "module school" "16 functions" "badge (4), course (4), exam (4), tutor (4)"


def create_course(db, key):
    row = db.get("course", key)
    row["create"] = True
    return row


def close_course(db, key):
    row = db.get("course", key)
    row["close"] = True
    return row


def rename_course(db, key):
    row = db.get("course", key)
    row["rename"] = True
    return row


def find_course(db, key):
    row = db.get("course", key)
    row["find"] = True
    return row


def create_tutor(db, key):
    row = db.get("tutor", key)
    row["create"] = True
    return row


def close_tutor(db, key):
    row = db.get("tutor", key)
    row["close"] = True
    return row


def rename_tutor(db, key):
    row = db.get("tutor", key)
    row["rename"] = True
    return row


def find_tutor(db, key):
    row = db.get("tutor", key)
    row["find"] = True
    return row


def create_exam(db, key):
    row = db.get("exam", key)
    row["create"] = True
    return row


def close_exam(db, key):
    row = db.get("exam", key)
    row["close"] = True
    return row


def rename_exam(db, key):
    row = db.get("exam", key)
    row["rename"] = True
    return row


def find_exam(db, key):
    row = db.get("exam", key)
    row["find"] = True
    return row


def create_badge(db, key):
    row = db.get("badge", key)
    row["create"] = True
    return row


def close_badge(db, key):
    row = db.get("badge", key)
    row["close"] = True
    return row


def rename_badge(db, key):
    row = db.get("badge", key)
    row["rename"] = True
    return row


def find_badge(db, key):
    row = db.get("badge", key)
    row["find"] = True
    return row
# file: app/conftest_plugin.py
import pytest


@pytest.fixture
def create_course(db, key):
    row = db.get("course", key)
    row["create"] = True
    return row


@pytest.fixture
def close_course(db, key):
    row = db.get("course", key)
    row["close"] = True
    return row


@pytest.fixture
def rename_course(db, key):
    row = db.get("course", key)
    row["rename"] = True
    return row


@pytest.fixture
def find_course(db, key):
    row = db.get("course", key)
    row["find"] = True
    return row


@pytest.fixture
def create_tutor(db, key):
    row = db.get("tutor", key)
    row["create"] = True
    return row


@pytest.fixture
def close_tutor(db, key):
    row = db.get("tutor", key)
    row["close"] = True
    return row


@pytest.fixture
def rename_tutor(db, key):
    row = db.get("tutor", key)
    row["rename"] = True
    return row


@pytest.fixture
def find_tutor(db, key):
    row = db.get("tutor", key)
    row["find"] = True
    return row


@pytest.fixture
def create_exam(db, key):
    row = db.get("exam", key)
    row["create"] = True
    return row


@pytest.fixture
def close_exam(db, key):
    row = db.get("exam", key)
    row["close"] = True
    return row


@pytest.fixture
def rename_exam(db, key):
    row = db.get("exam", key)
    row["rename"] = True
    return row


@pytest.fixture
def find_exam(db, key):
    row = db.get("exam", key)
    row["find"] = True
    return row


@pytest.fixture
def create_badge(db, key):
    row = db.get("badge", key)
    row["create"] = True
    return row


@pytest.fixture
def close_badge(db, key):
    row = db.get("badge", key)
    row["close"] = True
    return row


@pytest.fixture
def rename_badge(db, key):
    row = db.get("badge", key)
    row["rename"] = True
    return row


@pytest.fixture
def find_badge(db, key):
    row = db.get("badge", key)
    row["find"] = True
    return row
# file: app/type_map.py
def course_to_json(value):
    row = TABLE[value]
    row["course"] = value
    return row


def course_to_arrow(value):
    row = TABLE[value]
    row["course"] = value
    return row


def course_to_text(value):
    row = TABLE[value]
    row["course"] = value
    return row


def course_to_row(value):
    row = TABLE[value]
    row["course"] = value
    return row


def tutor_to_json(value):
    row = TABLE[value]
    row["tutor"] = value
    return row


def tutor_to_arrow(value):
    row = TABLE[value]
    row["tutor"] = value
    return row


def tutor_to_text(value):
    row = TABLE[value]
    row["tutor"] = value
    return row


def tutor_to_row(value):
    row = TABLE[value]
    row["tutor"] = value
    return row


def exam_to_json(value):
    row = TABLE[value]
    row["exam"] = value
    return row


def exam_to_arrow(value):
    row = TABLE[value]
    row["exam"] = value
    return row


def exam_to_text(value):
    row = TABLE[value]
    row["exam"] = value
    return row


def exam_to_row(value):
    row = TABLE[value]
    row["exam"] = value
    return row


def badge_to_json(value):
    row = TABLE[value]
    row["badge"] = value
    return row


def badge_to_arrow(value):
    row = TABLE[value]
    row["badge"] = value
    return row


def badge_to_text(value):
    row = TABLE[value]
    row["badge"] = value
    return row


def badge_to_row(value):
    row = TABLE[value]
    row["badge"] = value
    return row
