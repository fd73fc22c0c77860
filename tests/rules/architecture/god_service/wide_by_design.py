# option: functions = 6
# option: statements = 20
# option: groups = 3
import abc
import unittest

import requests
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class StoreInterface(abc.ABC):
    """Declarations only."""

    @abc.abstractmethod
    def create_course(self, key):
        """Create it."""

    @abc.abstractmethod
    def close_course(self, key):
        """Close it."""

    @abc.abstractmethod
    def rename_course(self, key):
        """Rename it."""

    @abc.abstractmethod
    def create_exam(self, key):
        """Create it."""

    @abc.abstractmethod
    def close_exam(self, key):
        """Close it."""

    @abc.abstractmethod
    def rename_exam(self, key):
        """Rename it."""

    @abc.abstractmethod
    def create_tutor(self, key):
        """Create it."""

    @abc.abstractmethod
    def close_tutor(self, key):
        """Close it."""

    @abc.abstractmethod
    def rename_tutor(self, key):
        """Rename it."""


class SchoolRestService:
    """One remote system: each function hands its work to the same call."""

    def _call(self, path, **values):
        return requests.post("https://school.example.com" + path, json=values, timeout=3).json()

    def create_course(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/course", **values)
        return found

    def close_course(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/course", **values)
        return found

    def rename_course(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/course", **values)
        return found

    def create_exam(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/exam", **values)
        return found

    def close_exam(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/exam", **values)
        return found

    def rename_exam(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/exam", **values)
        return found

    def create_tutor(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/tutor", **values)
        return found

    def close_tutor(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/tutor", **values)
        return found

    def rename_tutor(self, key):
        values = {"key": key}
        if not key:
            raise ValueError(key)
        found = self._call("/tutor", **values)
        return found


class School(Base):
    """An entity."""

    __tablename__ = "school"

    def create_course(self, key):
        row = self.courses[key]
        if not row:
            raise LookupError(key)
        row.created = True
        return row

    def close_course(self, key):
        row = self.courses[key]
        if not row:
            raise LookupError(key)
        row.closed = True
        return row

    def rename_course(self, key):
        row = self.courses[key]
        if not row:
            raise LookupError(key)
        row.renamed = True
        return row

    def create_exam(self, key):
        row = self.exams[key]
        if not row:
            raise LookupError(key)
        row.created = True
        return row

    def close_exam(self, key):
        row = self.exams[key]
        if not row:
            raise LookupError(key)
        row.closed = True
        return row

    def rename_exam(self, key):
        row = self.exams[key]
        if not row:
            raise LookupError(key)
        row.renamed = True
        return row

    def create_tutor(self, key):
        row = self.tutors[key]
        if not row:
            raise LookupError(key)
        row.created = True
        return row

    def close_tutor(self, key):
        row = self.tutors[key]
        if not row:
            raise LookupError(key)
        row.closed = True
        return row

    def rename_tutor(self, key):
        row = self.tutors[key]
        if not row:
            raise LookupError(key)
        row.renamed = True
        return row


class SchoolTest(unittest.TestCase):

    def check_create_course(self):
        row = {"course": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)

    def check_close_course(self):
        row = {"course": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)

    def check_rename_course(self):
        row = {"course": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)

    def check_create_exam(self):
        row = {"exam": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)

    def check_close_exam(self):
        row = {"exam": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)

    def check_rename_exam(self):
        row = {"exam": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)

    def check_create_tutor(self):
        row = {"tutor": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)

    def check_close_tutor(self):
        row = {"tutor": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)

    def check_rename_tutor(self):
        row = {"tutor": 1}
        row["a"] = 2
        row["b"] = 3
        row["c"] = 4
        self.assertTrue(row)


class SchoolFacadeService:
    """Hands through."""

    def __init__(self, courses, exams, tutors):
        self.courses, self.exams, self.tutors = courses, exams, tutors

    def create_course(self, key):
        return self.courses.create(key)

    def close_course(self, key):
        return self.courses.close(key)

    def rename_course(self, key):
        return self.courses.rename(key)

    def find_course(self, key):
        return self.courses.find(key)

    def list_course(self, key):
        return self.courses.list(key)

    def export_course(self, key):
        return self.courses.export(key)

    def create_exam(self, key):
        return self.exams.create(key)

    def close_exam(self, key):
        return self.exams.close(key)

    def rename_exam(self, key):
        return self.exams.rename(key)

    def find_exam(self, key):
        return self.exams.find(key)

    def list_exam(self, key):
        return self.exams.list(key)

    def export_exam(self, key):
        return self.exams.export(key)

    def create_tutor(self, key):
        return self.tutors.create(key)

    def close_tutor(self, key):
        return self.tutors.close(key)

    def rename_tutor(self, key):
        return self.tutors.rename(key)

    def find_tutor(self, key):
        return self.tutors.find(key)

    def list_tutor(self, key):
        return self.tutors.list(key)

    def export_tutor(self, key):
        return self.tutors.export(key)


class RestClient:
    """Each method speaks to the one remote system by itself."""

    def __init__(self, base):
        self.base = base

    def create_course(self, key):
        answer = requests.post(f"{self.base}/courses/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["course"]

    def rename_course(self, key):
        answer = requests.patch(f"{self.base}/courses/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["course"]

    def close_course(self, key):
        answer = requests.delete(f"{self.base}/courses/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["course"]

    def create_exam(self, key):
        answer = requests.post(f"{self.base}/exams/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["exam"]

    def rename_exam(self, key):
        answer = requests.patch(f"{self.base}/exams/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["exam"]

    def close_exam(self, key):
        answer = requests.delete(f"{self.base}/exams/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["exam"]

    def create_room(self, key):
        answer = requests.post(f"{self.base}/rooms/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["room"]

    def rename_room(self, key):
        answer = requests.patch(f"{self.base}/rooms/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["room"]

    def close_room(self, key):
        answer = requests.delete(f"{self.base}/rooms/{key}", timeout=5)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        found = answer.json()
        return found["room"]
