"""The shipped rows: they load, every kind and word list is used, formats catch tokens and let other texts pass."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lintel.knowledge.index import digest, load
from lintel.knowledge.kinds import KINDS, ROLES, WORD_LISTS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def shipped():
    return load()


def test_all_files_load_and_the_digest_is_theirs(shipped):
    assert len(shipped.libraries) > 60
    assert shipped.digest == digest()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_documented_and_used(shipped, kind):
    assert KINDS[kind].doc.endswith(".")
    assert shipped.of_kind(kind), f"no row is of kind {kind}: remove the kind or write a row"


def test_every_role_is_used_and_belongs_to_some_kind(shipped):
    rows = [row for library in shipped.libraries for row in library.rows]
    used = {argument.role for row in rows for argument in row.arguments} | {row.role for row in rows if row.role}
    assert {role for kind in KINDS.values() for role in kind.roles} == set(ROLES)
    assert set(ROLES) - used == set()


@pytest.mark.parametrize("name", sorted(WORD_LISTS))
def test_every_word_list_is_filled(shipped, name):
    assert shipped.words(name)


def test_rows_of_class_kinds_name_classes_and_speak_for_subclasses(shipped):
    made = ("()", "NamedTuple", "TypedDict", ".Model")
    odd = [
        row.text
        for library in shipped.libraries
        for row in library.rows
        if KINDS[row.kind].names == "class" and not row.text.endswith(("+", *made))
    ]
    assert odd == []


KNOWN = [
    ("config-read", "os.environ.get"),
    ("config-read", "os.environ[HOME]"),
    ("config-read", "environ.Env().str"),
    ("config-read", "decouple.config"),
    ("config-read", "starlette.config.Config()"),
    ("config-read", "django.conf.settings.ANYTHING"),
    ("config-read", "flask.current_app.config[X]"),
    ("config-sink", "requests.api.get"),
    ("config-sink", "requests.session().post"),
    ("config-sink", "django.conf.settings.DATABASES[default][HOST]"),
    ("secret-sink", "flask.Flask().config[SECRET_KEY]"),
    ("secret-sink", "jwt.encode"),
    ("security-switch", "django.conf.settings.DEBUG"),
    ("logs", "logging.getLogger().exception"),
    ("logs", "flask.current_app.logger.error"),
    ("logs", "loguru.logger.bind().error"),
    ("logs", "celery.utils.log.get_task_logger().warning"),
    ("cleanup", "os.unlink"),
    ("suppresses", "contextlib.suppress"),
    ("endpoint", "fastapi.APIRouter().get"),
    ("endpoint", "flask.Blueprint().route"),
    ("endpoint-class", "rest_framework.viewsets.ModelViewSet"),
    ("endpoint-class", "django.views.generic.ListView"),
    ("request-object", "flask.request"),
    ("entity-base", "sqlalchemy.ext.declarative.declarative_base()"),
    ("settings-base", "pydantic.BaseSettings"),
    ("query", "flask_sqlalchemy.SQLAlchemy().session.execute"),
    ("query", "sqlmodel.Session().exec"),
    ("query", "sqlmodel.Session().commit"),
    ("external-system", "boto3.Session().client().put_object"),
]


@pytest.mark.parametrize(("kind", "name"), KNOWN)
def test_places_that_rules_ask_about_are_known(shipped, kind, name):
    assert shipped.rows(kind, name)


INHERITED = [
    ("entity-base", "django.contrib.auth.models.AbstractUser"),
    ("schema-base", "ninja.Schema"),
    ("schema-base", "rest_framework.serializers.ModelSerializer"),
    ("test-base", "rest_framework.test.APITestCase"),
    ("exception-base", "builtins.ValueError"),
    ("endpoint-class", "flask_restful.Resource"),
    ("manager-base", "django.db.models.QuerySet"),
]


@pytest.mark.parametrize(("kind", "base"), INHERITED)
def test_classes_of_the_project_are_known_by_their_bases(shipped, kind, base):
    assert shipped.rows(kind, ":Mine", [base])


# Built from parts, so that no scanner takes this file for a leak.
TOKENS = {
    "AWS access key id": "AKIA" + "QWERTYUIOPASDF23",
    "GitHub token": "ghp_" + "a1B2" * 9,
    "GitLab token": "glpat-" + "a1B2c3D4e5" * 2,
    "Slack token": "xoxb-" + "123456789012-abcdefghijkl",
    "Slack webhook": "https://hooks.slack.com/services/" + "T0000ABCD/B0000ABCD/" + "a1B2c3D4" * 3,
    "Stripe key": "sk_live_" + "a1B2c3D4" * 3,
    "Google API key": "AIza" + "a1B2c3D" * 5,
    "SendGrid key": "SG." + "a" * 22 + "." + "b" * 43,
    "npm token": "npm_" + "a1B2" * 9,
    "JSON Web Token": "eyJhbGciOiJIUzI1" + ".eyJzdWIiOiIxMjM0" + ".c2lnbmF0dXJl",
    "private key": "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE",
    "Sentry DSN": "https://" + "0123456789abcdef" * 2 + "@o1.ingest.sentry.io/42",
    "password in an address": "postgres" + "://app:hunter2@db:5432/app",
}
NO_TOKENS = [
    "", "password", "https://example.com/path", "postgres://db:5432/app", "postgres://app@db/app",
    "http://[::1]:80/",
    "postgres://{user}:{password}@{host}/db", "postgres://$USER:$PASS@db/app",
    "a sentence with sk_live_ inside of it",
    "sk-learn", "key-value", "SG.", "AKIA", "hf_hub", "npm_config_registry", "eyJ",
    "550e8400-e29b-41d4-a716-446655440000",
    "-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----", "d41d8cd98f00b204e9800998ecf8427e", "pypi-AgE",
    "xoxb-",
]  # fmt: skip


@pytest.mark.parametrize("provider", sorted(TOKENS))
def test_a_token_is_recognised_by_its_format(shipped, provider):
    matching = [one for one in shipped.token_formats if re.fullmatch(one.pattern, TOKENS[provider])]
    assert provider in {one.provider for one in matching}
    assert all(any(word in TOKENS[provider] for word in one.keywords) for one in matching)


@pytest.mark.parametrize("text", NO_TOKENS)
def test_other_texts_are_no_tokens(shipped, text):
    assert [one.provider for one in shipped.token_formats if re.fullmatch(one.pattern, text)] == []


@pytest.mark.skipif("LINTEL_KNOWLEDGE_ENV" not in os.environ, reason="LINTEL_KNOWLEDGE_ENV names no environment")
def test_every_row_agrees_with_the_installed_libraries():
    tool = [sys.executable, str(ROOT / "tools" / "verify_knowledge.py"), os.environ["LINTEL_KNOWLEDGE_ENV"]]
    result = subprocess.run(tool, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
