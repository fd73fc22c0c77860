# option: functions = 20
# file: app/contexts/school.py
"""Several things with the same verbs in a module that callers enter everywhere."""  # want: LNT401 @1 "module school" "16 functions" "badge (4), course (4), exam (4), tutor (4)"

TABLE = {}


def create_course(key):
    row = TABLE[key]
    row["create"] = True
    return row


def close_course(key):
    row = TABLE[key]
    row["close"] = True
    return row


def rename_course(key):
    row = TABLE[key]
    row["rename"] = True
    return row


def find_course(key):
    row = TABLE[key]
    row["find"] = True
    return row


def create_tutor(key):
    row = TABLE[key]
    row["create"] = True
    return row


def close_tutor(key):
    row = TABLE[key]
    row["close"] = True
    return row


def rename_tutor(key):
    row = TABLE[key]
    row["rename"] = True
    return row


def find_tutor(key):
    row = TABLE[key]
    row["find"] = True
    return row


def create_exam(key):
    row = TABLE[key]
    row["create"] = True
    return row


def close_exam(key):
    row = TABLE[key]
    row["close"] = True
    return row


def rename_exam(key):
    row = TABLE[key]
    row["rename"] = True
    return row


def find_exam(key):
    row = TABLE[key]
    row["find"] = True
    return row


def create_badge(key):
    row = TABLE[key]
    row["create"] = True
    return row


def close_badge(key):
    row = TABLE[key]
    row["close"] = True
    return row


def rename_badge(key):
    row = TABLE[key]
    row["rename"] = True
    return row


def find_badge(key):
    row = TABLE[key]
    row["find"] = True
    return row
# file: app/conftest_plugin.py
import pytest

TABLE = {}


@pytest.fixture
def create_course(key):
    row = TABLE[key]
    row["create"] = True
    return row


@pytest.fixture
def close_course(key):
    row = TABLE[key]
    row["close"] = True
    return row


@pytest.fixture
def rename_course(key):
    row = TABLE[key]
    row["rename"] = True
    return row


@pytest.fixture
def find_course(key):
    row = TABLE[key]
    row["find"] = True
    return row


@pytest.fixture
def create_tutor(key):
    row = TABLE[key]
    row["create"] = True
    return row


@pytest.fixture
def close_tutor(key):
    row = TABLE[key]
    row["close"] = True
    return row


@pytest.fixture
def rename_tutor(key):
    row = TABLE[key]
    row["rename"] = True
    return row


@pytest.fixture
def find_tutor(key):
    row = TABLE[key]
    row["find"] = True
    return row


@pytest.fixture
def create_exam(key):
    row = TABLE[key]
    row["create"] = True
    return row


@pytest.fixture
def close_exam(key):
    row = TABLE[key]
    row["close"] = True
    return row


@pytest.fixture
def rename_exam(key):
    row = TABLE[key]
    row["rename"] = True
    return row


@pytest.fixture
def find_exam(key):
    row = TABLE[key]
    row["find"] = True
    return row


@pytest.fixture
def create_badge(key):
    row = TABLE[key]
    row["create"] = True
    return row


@pytest.fixture
def close_badge(key):
    row = TABLE[key]
    row["close"] = True
    return row


@pytest.fixture
def rename_badge(key):
    row = TABLE[key]
    row["rename"] = True
    return row


@pytest.fixture
def find_badge(key):
    row = TABLE[key]
    row["find"] = True
    return row
# file: app/type_map.py
TABLE = {}


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
