"""What an import statement means as a path of the project."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintel.project.modules import ModuleMap, module_map


def modules(*paths: str, src: Iterable[str] = (), **imported: list[str]) -> ModuleMap:
    return module_map(paths, src, {path.replace("__", "/") + ".py": names for path, names in imported.items()})


def means(found: ModuleMap, importer: str, module: str, level: int = 0) -> str | None:
    target = found.resolve(importer, module, level)
    return target.path if target else None


class TestAFlatPackage:
    found = modules("shop/__init__.py", "shop/cart/__init__.py", "shop/cart/models.py", "setup.py")

    def test_names(self) -> None:
        assert dict(self.found.names) == {
            "setup.py": "setup",
            "shop/__init__.py": "shop",
            "shop/cart/__init__.py": "shop.cart",
            "shop/cart/models.py": "shop.cart.models",
        }
        assert self.found.package("shop/cart/models.py") == "shop.cart"
        assert self.found.package("shop/cart/__init__.py") == "shop.cart"
        assert self.found.package("setup.py") == ""
        assert self.found.paths("shop.cart") == ("shop/cart/__init__.py",)
        assert self.found.paths("nothing") == ()

    @pytest.mark.parametrize(
        ("importer", "module", "level", "path"),
        [
            ("setup.py", "shop", 0, "shop/__init__.py"),
            ("setup.py", "shop.cart.models", 0, "shop/cart/models.py"),
            ("setup.py", "shop.cart.views", 0, None),
            ("setup.py", "django.db", 0, None),
            ("shop/cart/models.py", "", 1, "shop/cart/__init__.py"),
            ("shop/cart/__init__.py", "models", 1, "shop/cart/models.py"),
            ("shop/cart/models.py", "", 2, "shop/__init__.py"),
            ("shop/cart/models.py", "cart", 2, "shop/cart/__init__.py"),
            ("shop/cart/models.py", "setup", 3, "setup.py"),
            ("shop/cart/models.py", "x", 9, None),
            ("shop/cart/models.py", "shop.cart.models", 0, "shop/cart/models.py"),
        ],
    )
    def test_imports(self, importer: str, module: str, level: int, path: str | None) -> None:
        assert means(self.found, importer, module, level) == path

    def test_the_longest_beginning_that_is_a_module(self) -> None:
        located = self.found.locate("setup.py", "shop.cart.models.Cart.total")
        assert located is not None
        assert (located[0].path, located[0].kind, located[1]) == ("shop/cart/models.py", "module", ("Cart", "total"))
        relative = self.found.locate("shop/cart/models.py", "Missing", 1)
        assert relative is not None
        assert (relative[0].name, relative[1]) == ("shop.cart", ("Missing",))
        assert self.found.locate("setup.py", "django.db.models") is None

    def test_the_modules_directly_in_a_package(self) -> None:
        assert self.found.submodules("shop/__init__.py") == ("shop/cart/__init__.py",)
        assert self.found.submodules("shop/cart/__init__.py") == ("shop/cart/models.py",)


def test_a_src_layout_is_detected() -> None:
    found = modules("src/shop/__init__.py", "src/shop/a.py", "src/single.py", "tests/test_a.py")
    assert found.roots == ("", "src")
    assert found.name("src/shop/a.py") == "shop.a"
    assert found.name("src/single.py") == "single"
    assert means(found, "tests/test_a.py", "shop.a") == "src/shop/a.py"


def test_source_folders_that_settings_name_are_the_only_ones() -> None:
    found = modules("lib/py/shop/__init__.py", "other/thing/__init__.py", src=["lib/py"])
    assert found.roots == ("", "lib/py")
    assert found.name("lib/py/shop/__init__.py") == "shop"
    assert found.name("other/thing/__init__.py") == "other.thing"


def test_a_folder_that_imports_name_is_a_namespace_package() -> None:
    layout = ("ext/stats/__init__.py", "ext/stats/a.py", "ext/tags/__init__.py", "core/__init__.py", "core/a.py")
    found = modules(*layout, core__a=["ext.stats.a", "ext.tags"])
    assert found.roots == ("",)
    assert found.name("ext/stats/a.py") == "ext.stats.a"
    assert means(found, "core/a.py", "ext.stats.a") == "ext/stats/a.py"
    assert means(found, "core/a.py", "ext") is None  # it has no file


def test_without_a_word_about_it_both_readings_of_a_folder_are_understood() -> None:
    found = modules("ns/pkg/__init__.py", "main.py")
    assert found.name("ns/pkg/__init__.py") == "pkg"
    assert means(found, "main.py", "ns.pkg") == means(found, "main.py", "pkg") == "ns/pkg/__init__.py"


def test_portions_of_a_namespace_package_in_two_roots() -> None:
    found = modules("one/acme/a/__init__.py", "two/acme/b/__init__.py", src=["one", "two"])
    assert means(found, "one/acme/a/__init__.py", "acme.b") == "two/acme/b/__init__.py"
    assert found.name("two/acme/b/__init__.py") == "acme.b"


def test_of_two_services_with_the_same_names_the_importers_own_counts() -> None:
    layout = [f"services/{one}/app/{file}.py" for one in ("a", "b-2") for file in ("__init__", "db", "main")]
    found = modules(*layout)
    assert means(found, "services/a/app/main.py", "app.db") == "services/a/app/db.py"
    assert means(found, "services/b-2/app/main.py", "app.db") == "services/b-2/app/db.py"
    assert found.paths("app.db") == ("services/a/app/db.py", "services/b-2/app/db.py")


def test_a_package_of_another_root_is_found_but_not_one_that_only_tests_see() -> None:
    found = modules("libs/common/common/__init__.py", "svc/app/__init__.py", "tests/fake/flask/__init__.py")
    assert means(found, "svc/app/__init__.py", "common") == "libs/common/common/__init__.py"
    assert means(found, "svc/app/__init__.py", "flask") is None
    assert means(found, "tests/fake/flask/__init__.py", "flask") == "tests/fake/flask/__init__.py"


def test_an_application_started_in_a_folder_without_init() -> None:
    found = modules("app/main.py", "app/db.py", "app/routers/users.py")
    assert found.name("app/main.py") == "app.main"
    assert means(found, "app/main.py", "db") == "app/db.py"
    assert means(found, "app/routers/users.py", "db") == "app/db.py"
    assert means(found, "app/routers/users.py", "app.db") == "app/db.py"


def test_a_package_with_a_manage_file_is_also_started_inside() -> None:
    found = modules("site_/__init__.py", "site_/manage.py", "site_/users/__init__.py", "site_/core/__init__.py")
    assert found.inner_roots == ("site_",)
    assert means(found, "site_/users/__init__.py", "core") == "site_/core/__init__.py"
    assert found.name("site_/core/__init__.py") == "site_.core"


def test_a_package_whose_own_imports_start_inside_it() -> None:
    layout = ("app/__init__.py", "app/core/__init__.py", "app/core/db.py", "app/api.py", "other.py")
    found = modules(*layout, app__api=["core.db", "fastapi.params"])
    assert found.inner_roots == ("app",)
    assert means(found, "app/api.py", "core.db") == "app/core/db.py"
    assert means(found, "other.py", "core.db") is None


def test_an_adapter_named_after_its_library_does_not_hide_it() -> None:
    layout = (
        "app/__init__.py",
        "app/google/__init__.py",
        "app/google/hooks.py",
        "app/redis.py",
        "app/a.py",
        "redis.py",
    )
    found = modules(*layout, app__a=["google.cloud", "google.hooks", "redis.client"])
    assert found.inner_roots == ()
    assert means(found, "app/a.py", "google.cloud") is None
    assert means(found, "redis.py", "redis") is None
    assert means(modules("app/__init__.py", "app/dbs/redis.py", "app/dbs/b.py"), "app/dbs/b.py", "redis") is None


def test_a_package_named_after_its_library_inside_a_namespace_does_not_hide_it() -> None:
    found = modules(
        "shop/queue/__init__.py",
        "shop/queue/base.py",
        "shop/stock/__init__.py",
        "shop/stock/jobs.py",
        shop__queue__base=["queue"],
        shop__stock__jobs=["shop.queue.base", "queue"],
    )
    assert means(found, "shop/queue/base.py", "queue") is None
    assert means(found, "shop/queue/__init__.py", "queue") is None
    assert means(found, "shop/stock/jobs.py", "shop.queue") == "shop/queue/__init__.py"


def test_the_standard_library_is_not_hidden_by_a_neighbour() -> None:
    found = modules("app/json.py", "app/main.py", "test/utils.py", "test/__init__.py")
    assert means(found, "app/main.py", "json") is None
    assert means(found, "app/main.py", "test.utils") == "test/utils.py"


def test_tests_without_init_are_named_from_the_root_and_find_their_neighbours() -> None:
    found = modules("tests/unit/test_a.py", "tests/unit/helpers.py", "tests/api/test_a.py", "app/__init__.py")
    assert found.name("tests/unit/test_a.py") == "tests.unit.test_a"
    assert found.name("tests/api/test_a.py") == "tests.api.test_a"
    assert means(found, "tests/unit/test_a.py", "helpers") == "tests/unit/helpers.py"


def test_a_package_wins_over_a_module_of_the_same_name() -> None:
    found = modules("a/__init__.py", "a.py", "b.py")
    assert means(found, "b.py", "a") == "a/__init__.py"


def test_a_file_without_suffix_has_a_name_and_is_not_imported() -> None:
    found = modules("bin/serve", "app.py")
    assert found.name("bin/serve") == "bin.serve"
    assert means(found, "app.py", "bin.serve") is None


def test_the_project_root_may_be_a_package_itself() -> None:
    found = modules("__init__.py", "a.py", "sub/__init__.py")
    assert means(found, "a.py", "", 1) == "__init__.py"
    assert means(found, "a.py", "sub") == "sub/__init__.py"
    assert means(found, "sub/__init__.py", "a", 2) == "a.py"


_parts = st.sampled_from(["a", "b", "src", "tests", "json", "x-y"])
_paths = st.lists(st.lists(_parts, min_size=1, max_size=4).map("/".join), min_size=1, max_size=8).flatmap(
    lambda rows: st.tuples(*(st.sampled_from([f"{row}.py", f"{row}/__init__.py"]) for row in rows))
)
_dotted = st.lists(_parts, min_size=1, max_size=3).map(".".join)


@given(_paths, st.data())
def test_every_import_has_an_answer_and_it_is_a_file(paths: tuple[str, ...], data: st.DataObject) -> None:
    imported = {path: data.draw(st.lists(_dotted, max_size=3)) for path in paths}
    found = module_map(paths, (), imported)
    assert set(found.names) == set(paths)
    importer = data.draw(st.sampled_from(paths))
    for level in range(4):
        target = found.resolve(importer, data.draw(_dotted), level)
        assert target is None or (target.path in paths and found.name(target.path) == target.name)
