"""What the path of a file says of its part in a project."""

from __future__ import annotations

import pytest

from lintel.project.file_roles import FileRole, file_role


@pytest.mark.parametrize(
    "path",
    [
        "tests/orders.py",
        "app/tests/api/orders.py",
        "test_orders.py",
        "app/orders_test.py",
        "app/tests.py",
        "conftest.py",
        "shop/testing.py",
        "shop/factories.py",
        "fixtures/data.py",
        "end_to_end_tests/orders.py",
        "shop/e2e/orders.py",
        "shop/testlib.py",
        "shop/login_test_utils.py",
        "App/Tests/Orders.py",
    ],
)
def test_tests(path):
    assert file_role(path).test
    assert not file_role(path).production


@pytest.mark.parametrize("path", ["app/contest.py", "app/latest/orders.py", "app/attestation.py", "app/protest/a.py"])
def test_what_only_sounds_like_one_is_production(path):
    assert file_role(path) == FileRole()
    assert file_role(path).production


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("app/migrations/0001_initial.py", "migration"),
        ("alembic/versions/3f2a.py", "migration"),
        ("app/settings.py", "settings"),
        ("app/settings/production.py", "settings"),
        ("app/core/config.py", "settings"),
        ("app/dev_settings.py", "settings"),
        ("gunicorn.conf.py", "settings"),
        ("manage.py", "script"),
        ("app/management/commands/load.py", "script"),
        ("app/__main__.py", "script"),
        ("scripts/load.py", "script"),
        ("examples/shop/api.py", "example"),
        ("docs/conf.py", "example"),
        ("app/config/app_config_tmpl.py", "example"),
        ("app/settings.example.py", "example"),
    ],
)
def test_other_parts(path, role):
    assert getattr(file_role(path), role)


@pytest.mark.parametrize("path", ["app/versions/v1.py", "app/models.py", "app/reconfigure.py", "app/script.py"])
def test_ordinary_code_has_no_part(path):
    assert file_role(path) == FileRole()


def test_several_parts_at_once():
    role = file_role("examples/shop/tests/settings.py")
    assert (role.test, role.example, role.settings, role.migration) == (True, True, True, False)


def test_an_example_is_not_production_and_a_migration_is():
    assert not file_role("examples/shop/api.py").production
    assert file_role("app/migrations/0001.py").production
