"""Qualified names: what an expression refers to, as library knowledge writes it, or nothing where that is unknown."""

from __future__ import annotations

import pytest
from source_samples import parsed_or_none

from lintel.source.names import Names
from lintel.source.scopes import Scopes
from lintel.source.walk import walk


def name_of(code: str) -> str | None:
    """The name of the last expression of the code that stands as a statement."""
    parsed = parsed_or_none(code.encode())
    assert parsed is not None, code
    walked = walk(parsed.root)
    return Names(walked, Scopes(walked)).name_of(walked.of("Expr")[-1].value)


def instance(annotation: str, before: str = "", parameter: str = "x") -> str | None:
    """The name of a parameter with this annotation."""
    return name_of(f"{before}\ndef f({parameter}: {annotation}):\n    x")


class TestImports:
    @pytest.mark.parametrize(
        ("code", "name"),
        [
            ("import os\nos.path.join", "os.path.join"),
            ("import os.path\nos.path.join", "os.path.join"),
            ("import os.path as p\np.join", "os.path.join"),
            ("import numpy as np\nnp.linalg.norm", "numpy.linalg.norm"),
            ("from os import path\npath.join", "os.path.join"),
            ("from os.path import join as j\nj", "os.path.join"),
            ("from .models import User\nUser.id", ".models.User.id"),
            ("from ..models import User as U\nU", "..models.User"),
            ("from . import models\nmodels.User", ".models.User"),
            ("from .. import models\nmodels", "..models"),
            ("def f():\n    import os\n    os.getcwd", "os.getcwd"),
            ("import a.b\nimport a.c\na.c.d", "a.c.d"),
        ],
    )
    def test_through_aliases_and_dots(self, code, name):
        assert name_of(code) == name

    def test_type_checking_blocks_count(self):
        block = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sqlalchemy.orm import Session\n"
        assert name_of(f"{block}Session") == "sqlalchemy.orm.Session"
        assert name_of(f"{block}else:\n    Session = object\nSession") == "sqlalchemy.orm.Session"

    def test_the_first_import_that_may_fail_is_the_one_that_was_wanted(self):
        code = "try:\n    import tomllib\nexcept ImportError:\n    import tomli as tomllib\ntomllib.load"
        assert name_of(code) == "tomllib.load"

    def test_an_unconditional_later_import_replaces_an_earlier_one(self):
        assert name_of("from a import x\nfrom b import x\nx") == "b.x"

    @pytest.mark.parametrize(
        "rest",
        [
            "except ImportError:\n    redis = None",
            "except ImportError:\n    redis = Missing('redis')",
            "except ImportError:\n    class redis: ...",
            "except ImportError:\n    def redis(): ...",
            "except ImportError:\n    pass\nif not HAS_REDIS:\n    class redis: ...",
        ],
    )
    def test_what_stands_in_for_a_failed_import_changes_nothing(self, rest):
        assert name_of(f"try:\n    import redis\n{rest}\nredis.Redis") == "redis.Redis"
        assert name_of(f"redis = None\ntry:\n    import redis\n{rest}\nredis.Redis") == "redis.Redis"

    @pytest.mark.parametrize(
        "later",
        ["open = 1", "def open(): ...", "class open(open): ...", "for open in x: ...", "open += 1", "del open"],
    )
    def test_what_is_bound_to_something_else_too_is_unknown(self, later):
        assert name_of(f"from io import open\n{later}\nopen") is None


class TestExpressions:
    @pytest.mark.parametrize(
        ("code", "name"),
        [
            ("import environ\nenviron.Env()", "environ.Env()"),
            ("import environ\nenviron.Env(x, y=1).str('A')", "environ.Env().str()"),
            ("import os\nos.environ['A']", "os.environ[]"),
            ("import a\na.b[0].c(1)[2].d", "a.b[].c()[].d"),
            ("import a\nasync def f():\n    await a.b()", "a.b()"),
            ("import a\n(b := a.b).c", "a.b.c"),
            ("import a\n(a\n .b).c", "a.b.c"),
        ],
    )
    def test_calls_elements_awaited_results(self, code, name):
        assert name_of(code) == name

    @pytest.mark.parametrize(
        "code", ["1", "'a'.join", "a + b", "(lambda: 1)()", "f'{a}'", "[a][0]", "{}", "x if y else z"]
    )
    def test_others_have_none(self, code):
        assert name_of(f"import a, b\n{code}") is None

    def test_a_very_long_chain(self):
        assert name_of("import a\na" + ".b(1)" * 400) == "a" + ".b()" * 400


class TestNames:
    def test_builtins(self):
        assert name_of("eval") == "builtins.eval"
        assert name_of("open('x').read") == "builtins.open().read"

    @pytest.mark.parametrize("before", ["eval = 1", "from x import *\ndef eval(): ...", "def f(eval): ...\neval = f"])
    def test_shadowed_builtins_are_none(self, before):
        assert name_of(f"{before}\neval") != "builtins.eval"

    def test_unknown_names_and_parameters_are_unknown(self):
        assert name_of("unheard_of") is None
        assert name_of("import x\ndef f(x):\n    x.y") is None

    def test_what_this_module_defines(self):
        assert name_of("def f(): ...\nf") == ":f"
        assert name_of("class A:\n    def f(): ...\nA.f") == ":A.f"
        assert name_of("def f():\n    class A: ...\n    A()") == ":f.A()"

    def test_what_a_name_is_bound_to(self):
        assert name_of("import environ\nenv = environ.Env()\nenv('X')") == "environ.Env()()"
        assert name_of("import a\nb = a.c\nd = b.e\nd") == "a.c.e"
        assert name_of("import a\nwith a.open() as f:\n    f.read") == "a.open().read"
        assert name_of("import a\nasync def g():\n    async with a.open() as f:\n        f.read") == "a.open().read"
        assert name_of("import a\nif (b := a.c()):\n    b.d") == "a.c().d"

    def test_the_same_in_every_branch(self):
        assert name_of("import a\nif c:\n    b = a.d()\nelse:\n    b = a.d(1)\nb") == "a.d()"

    @pytest.mark.parametrize(
        "code",
        [
            "b = a.d()\nb = a.e()",
            "b = a.d()\nb += 1",
            "b, c = a.d()",
            "for b in a.d(): ...",
            "b = a.d()\nfor b in c: ...",
            "with a.d() as (b, c): ...",
            "b = b.next",
            "b = c\nc = b",
            "b = unknown()",
            "match a.d():\n    case b: ...",
            "try: ...\nexcept a.d as b: ...",
        ],
    )
    def test_anything_else_is_unknown(self, code):
        assert name_of(f"import a\n{code}\nb") is None


class TestAnnotations:
    """A value that is annotated is an instance of what the annotation says."""

    SESSION = "from sqlalchemy.orm import Session"

    @pytest.mark.parametrize(
        "annotation",
        [
            "Session",
            "'Session'",
            "Session | None",
            "None | Session",
            "'Session | None'",
            "'Session' | None",
            "Optional[Session]",
            "'Optional[Session]'",
            "Optional['Session']",
            "Union[Session, None]",
            "typing.Union[None, Session]",
            "Annotated[Session, Depends(get_db)]",
            "Annotated[Session | None, Depends(get_db)]",
            "typing.Annotated['Session', 1]",
            "Final[Session]",
        ],
    )
    def test_optional_unions_and_quotes_are_seen_through(self, annotation):
        before = f"{self.SESSION}\nimport typing\nfrom typing import Annotated, Final, Optional, Union"
        assert instance(annotation, before) == "sqlalchemy.orm.Session()"

    @pytest.mark.parametrize(
        "alias",
        [
            "Db = Annotated[Session, Depends(get_db)]",
            "Db: TypeAlias = Session | None",
            "Db = 'Session'",
            "Db = Session",
            "type Db = Session",
            "type Db = Annotated[Session, 1]",
        ],
    )
    def test_aliases_of_this_file_are_seen_through(self, alias):
        before = f"{self.SESSION}\nfrom typing import Annotated, TypeAlias\n{alias}"
        assert instance("Db", before) == "sqlalchemy.orm.Session()"

    @pytest.mark.parametrize(
        ("annotation", "name"),
        [
            ("str", "builtins.str()"),
            ("'str'", "builtins.str()"),
            ("list[int]", "builtins.list()"),
            ("'dict[str, int] | None'", "builtins.dict()"),
            ("m.A", "m.A()"),
            ("'m.n.A'", "m.n.A()"),
            ("Here", ":Here()"),
            ("'Later'", ":Later()"),
            ("Here.Inner", ":Here.Inner()"),
            ("type[m.A]", "m.A"),
            ("typing.Type['m.A']", "m.A"),
        ],
    )
    def test_generic_builtin_local_and_class_objects(self, annotation, name):
        after = f"\nclass Later: ...\ndef f(x: {annotation}):\n    x"
        assert name_of("import m, typing\nclass Here:\n    class Inner: ..." + after) == name

    @pytest.mark.parametrize(
        "annotation", ["m.A | m.B", "Unheard", "'not python('", "''", "None", "1", "m()", "Union[m.A, m.B]", "T"]
    )
    def test_the_rest_is_unknown(self, annotation):
        assert instance(annotation, "import m\nfrom typing import Union, TypeVar\nT = TypeVar('T')") is None

    def test_starred_parameters_are_containers_whatever_they_hold(self):
        assert instance("int", parameter="*x") == "builtins.tuple()"
        assert instance("int", parameter="**x") == "builtins.dict()"
        assert name_of("def f(*x):\n    x") == "builtins.tuple()"

    def test_a_type_parameter_hides_an_import(self):
        assert name_of("from m import T\ndef f[T](x: T):\n    x") is None

    def test_a_default_or_a_later_value_does_not_take_the_annotation_away(self):
        assert (
            name_of(f"{self.SESSION}\ndef f(x: Session = None):\n    x = x or make()\n    x")
            == "sqlalchemy.orm.Session()"
        )

    def test_of_a_variable(self):
        assert name_of(f"{self.SESSION}\nx: Session\nx = make()\nx") == "sqlalchemy.orm.Session()"
        assert name_of(f"{self.SESSION}\nx: Session = make()\nx.query") == "sqlalchemy.orm.Session().query"

    def test_a_known_value_says_more_than_the_annotation(self):
        assert name_of("import a\nx: Base = a.Special()\nx") == "a.Special()"


class TestAttributesOfSelf:
    def of_self(self, body: str, attribute: str = "db") -> str | None:
        indented = "\n".join("    " + line for line in body.split("\n"))
        return name_of(f"import a\nfrom m import Db\nclass A:\n{indented}\n    def f(self):\n        self.{attribute}")

    @pytest.mark.parametrize(
        "body",
        [
            "def __init__(self):\n    self.db = Db()",
            "def __init__(self, db: Db):\n    self.db = db",
            "def __init__(self, db: Db | None = None):\n    self.db = db",
            "def __init__(self, db: 'Db'):\n    self.db = self.other = db",
            "def __init__(self):\n    self.db: Db = make()",
            "def __init__(self):\n    self.db: Db",
            "def set(self):\n    def inner():\n        self.db = Db()",
            "db = Db()",
            "db: Db",
            "db: Db = None",
            "db = None\ndef connect(self):\n    self.db = Db()",
            "@classmethod\ndef make(cls):\n    cls.db = Db()",
            "def __init__(this):\n    this.db = Db()",
            "def __init__[T](self):\n    self.db = Db()",
        ],
    )
    def test_from_the_body_and_from_every_method(self, body):
        assert self.of_self(body) == "m.Db()"
        assert self.of_self(body, "db.query().all") == "m.Db().query().all"

    @pytest.mark.parametrize(
        "body",
        [
            "pass",
            "def __init__(self):\n    self.db = Db()\n    self.db = a.Other()",
            "def __init__(self, other):\n    other.db = Db()",
            "@staticmethod\ndef make(self):\n    self.db = Db()",
            "def __init__(self):\n    self = other()\n    self.db = Db()",
            "def __init__(self):\n    self.x.db = Db()",
            "class B:\n    def __init__(self):\n        self.db = Db()",
            "def __init__(self):\n    self.db, x = Db()",
        ],
    )
    def test_otherwise_unknown(self, body):
        assert self.of_self(body) is None

    def test_the_class_is_the_one_whose_method_binds_self(self):
        code = (
            "from m import Db, Other\nclass A:\n    db = Db()\n    def f(self):\n"
            "        class B:\n            db = Other()\n            def g(this):\n                self.db"
        )
        assert name_of(code) == "m.Db()"


def test_defined_names_are_dotted_through_classes_and_functions():
    parsed = parsed_or_none(b"class A:\n    def f(self):\n        class B:\n            async def g(): ...\n")
    assert parsed is not None
    walked = walk(parsed.root)
    names = Names(walked, Scopes(walked))
    said = [names.defined_name(node) for node in walked.of("ClassDef", "FunctionDef")]
    assert said == ["A", "A.f.B", "A.f", "A.f.B.g"]


def test_what_the_attributes_of_a_class_are_set_to():
    parsed = parsed_or_none(
        b"class A:\n    x = 1\n    y: int\n    def f(self):\n        self.x = 2\n        self.z = 3\n"
    )
    assert parsed is not None
    walked = walk(parsed.root)
    values = Names(walked, Scopes(walked)).attribute_values(walked.of("ClassDef")[0])
    assert {name: [each.value for each in nodes] for name, nodes in values.items()} == {"x": ["1", "2"], "z": ["3"]}
