"""Hold every row of library knowledge against the installed libraries: places exist, arguments stand where rows say.

    python tools/verify_knowledge.py VENV --install     # make the environment with the versions the files name, check
    python tools/verify_knowledge.py VENV [LIBRARY...]  # check again

Only libraries are imported, in that environment, and nothing in them is called. A row that cannot be verified in this
way must say why (`unchecked`); one that says so and could be verified is a problem too. Exit code 1 where a problem was
found.
"""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import inspect
import re
import subprocess
import sys
import types
import typing
import venv
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
sys.path.insert(0, str(SOURCE))

from lintel.knowledge.index import Knowledge, load  # noqa: E402
from lintel.knowledge.loader import load_libraries, shipped_files  # noqa: E402
from lintel.knowledge.paths import AccessPath, Selector, Step, parse_path  # noqa: E402

if typing.TYPE_CHECKING:
    from lintel.knowledge.schema import Argument, Inherits, Library, Row, Same

POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


class WrongPathError(Exception):
    """The library has no such place."""


class UnclearError(Exception):
    """The place cannot be followed without calling the library."""


@dataclass(frozen=True)
class Place:
    """Where a path leads: an object of the library, or an instance of one of its classes (`instance`)."""

    value: object
    instance: bool = False
    owner: type | None = None


class Resolver:
    """Follows access paths through the imported libraries."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.same = {same.path: parse_path(same.target) for library in knowledge.libraries for same in library.same}

    def place(self, path: AccessPath) -> Place:
        """Where the path leads; equal names are followed as lookups do."""
        here = Place(_imported(path.root))
        prefix = AccessPath(path.root)
        for step in path.steps:
            prefix = AccessPath(prefix.root, (*prefix.steps, step))
            target = self.same.get(str(prefix))
            if target is not None and str(target) != str(path):
                here = self.place(target)
            elif str(prefix).startswith("django.conf.settings."):
                here = _django_setting(step)
            else:
                here = _advance(here, step)
        return here


def _imported(name: str) -> object:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise WrongPathError(f"cannot import `{name}`: {error}") from None
    except _refusals() as error:
        raise UnclearError(f"`{name}` cannot be loaded here: {error}") from None


def _refusals() -> tuple[type[Exception], ...]:
    """What parts of Django raise that need a library of the system which this machine lacks."""
    raised = sys.modules.get("django.core.exceptions")
    return (raised.ImproperlyConfigured,) if raised is not None else ()


def _advance(here: Place, step: Step) -> Place:
    match step.sort:
        case "member":
            return _member(here, step.names[0])
        case "call":
            return _called(here)
        case "subclass":
            if not isinstance(here.value, type) or here.instance:
                raise UnclearError(f"`{here.value!r}` is not a class that can be inspected")
            return here
        case "element" if here.value is not None:
            kind = here.value if here.instance else type(here.value)
            if not hasattr(kind, "__getitem__"):
                raise WrongPathError(f"`{kind}` has no elements")
            return Place(None)
        case "await" if here.value is not None:
            return here
        case "any":
            return here
        case _:
            raise UnclearError("the type is not known without calling the library")


def _member(here: Place, name: str) -> Place:
    if here.value is None:
        raise UnclearError("an element's type is not known")
    if not here.instance:
        owner = here.value if isinstance(here.value, type) else None
        try:
            return Place(getattr(here.value, name), owner=owner)
        except ImportError as error:
            raise WrongPathError(f"`{name}` is gone: {error}") from None
        except AttributeError:
            if isinstance(here.value, types.ModuleType):
                return Place(_imported(f"{here.value.__name__}.{name}"))
            raise WrongPathError(f"`{here.value!r}` has no member `{name}`") from None
    kind = typing.cast("type", here.value)
    static = inspect.getattr_static(kind, name, None)
    if isinstance(static, property | functools.cached_property):
        getter = static.fget if isinstance(static, property) else static.func
        return Place(_returned(getter), instance=True)
    if inspect.ismemberdescriptor(static):
        return Place(None)
    if static is not None:
        return Place(getattr(kind, name), owner=kind)
    return _instance_attribute(kind, name)


def _instance_attribute(kind: type, name: str) -> Place:
    """An attribute that only instances have: declared by annotation, or assigned to `self` in some class."""
    for base in kind.__mro__:
        if name in getattr(base, "__annotations__", {}):
            found = _hints(base).get(name)
            return Place(found, instance=True) if isinstance(found, type) else Place(None)
        try:
            source = inspect.getsource(base)
        except (OSError, TypeError):
            continue
        if re.search(rf"\bself\.{name}\b\s*(:[^=\n]+)?=[^=]", source):
            return Place(None)
    raise WrongPathError(f"instances of `{kind.__qualname__}` have no member `{name}`")


def _called(here: Place) -> Place:
    if here.value is None:
        raise UnclearError("the type of what is called is not known")
    if here.instance:
        raise UnclearError("calls of an instance are not followed")
    if isinstance(here.value, type):
        return Place(here.value, instance=True)
    result = _returned(here.value)
    return Place(here.owner if result is typing.Self else result, instance=True)


def _returned(function: object) -> object:
    found = _hints(function).get("return")
    while typing.get_origin(found) in (typing.Union, types.UnionType):
        found = next(part for part in typing.get_args(found) if part is not type(None))
    origin = typing.get_origin(found)
    found = origin if isinstance(origin, type) else found
    if found is not typing.Any and (isinstance(found, type) or found is typing.Self):
        return found
    raise UnclearError(f"`{getattr(function, '__qualname__', function)}` does not say what it returns")


def _hints(thing: object) -> dict[str, object]:
    try:
        return typing.get_type_hints(thing)
    except (NameError, TypeError, AttributeError, ImportError):
        return {}


def _django_setting(step: Step) -> Place:
    """Django's settings exist only in a configured project; its defaults name them all."""
    if step.sort != "member":
        return Place({})
    defaults = importlib.import_module("django.conf.global_settings")
    if not hasattr(defaults, step.names[0]):
        raise UnclearError(f"`{step.names[0]}` is no setting with a default")
    return Place(getattr(defaults, step.names[0]))


def check_arguments(place: Place, arguments: tuple[Argument, ...]) -> Iterator[str]:
    """What is wrong with the places of a row's arguments."""
    if place.instance:  # an instance that is called
        place = _member(place, "__call__")
    try:
        signature = inspect.signature(typing.cast("typing.Any", place.value))
    except (TypeError, ValueError):
        raise UnclearError("the callee has no signature that can be read") from None
    parameters = list(signature.parameters.values())
    static = place.owner is not None and inspect.getattr_static(place.owner, getattr(place.value, "__name__", ""), None)
    bound = getattr(place.value, "__self__", None) is not None
    if place.owner is not None and inspect.isroutine(place.value) and not bound:
        parameters = parameters if isinstance(static, staticmethod) else parameters[1:]
    for argument in arguments:
        if argument.at.keyword == "self" and place.owner is not None and not isinstance(static, staticmethod):
            continue
        right = _right_selector(parameters, argument.at)
        if isinstance(right, str):
            yield f"{argument.role}: {right}"
        elif right != argument.at:
            yield f"{argument.role}: `{argument.at}` should be `{right}`"


def _right_selector(parameters: list[inspect.Parameter], at: Selector) -> Selector | str:
    """The selector that names the same parameter by all ways it can be given, or what is wrong."""
    positions = [parameter for parameter in parameters if parameter.kind in POSITIONAL]
    sort = inspect.Parameter
    if at.keyword is not None:
        found = next((one for one in parameters if one.name == at.keyword and one.kind is not sort.VAR_KEYWORD), None)
        if found is None:
            if any(one.kind is sort.VAR_KEYWORD for one in parameters):
                raise UnclearError(f"`{at.keyword}` would arrive in **kwargs")
            return f"no parameter `{at.keyword}` among {[one.name for one in parameters]}"
    elif at.position is not None and at.position < len(positions):
        found = positions[at.position]
    elif any(one.kind is sort.VAR_POSITIONAL for one in parameters):
        return at
    else:
        return f"no parameter at position {at.position}"
    position = positions.index(found) if found in positions else None
    by_name = None if found.kind in (sort.POSITIONAL_ONLY, sort.VAR_POSITIONAL) else found.name
    return Selector(position, by_name, at.parts)


def check_row(resolver: Resolver, row: Row) -> Iterator[str]:
    """The problems of one row."""
    try:
        place = resolver.place(row.path)
        problems = list(check_arguments(place, row.arguments)) if row.arguments else []
    except UnclearError as error:
        if not row.unchecked:
            yield f"cannot be verified: {error}"
    except WrongPathError as error:
        if not row.unchecked:
            yield str(error)
    else:
        if row.unchecked and not problems and place.value is not None:
            yield "is marked `unchecked`, and can be verified"
        elif not row.unchecked:
            yield from problems


def check_same(resolver: Resolver, same: Same) -> Iterator[str]:
    """Both names must exist; whether a factory returns what it says is checked where it is annotated."""
    try:
        target = resolver.place(parse_path(same.target))
        here = Resolver(Knowledge((), b"")).place(parse_path(same.path))
    except (WrongPathError, UnclearError) as error:
        if not same.unchecked:
            yield f"cannot be verified: {error}"
    else:
        if not same.unchecked and not _alike(here.value, target):
            yield f"is `{here.value!r}`, and `{same.target}` is `{target.value!r}`"


def _alike(ours: object, target: Place) -> bool:
    """Whether a place holds what another name holds: the same object, a related class, or an instance of the class."""
    theirs = target.value
    if ours is theirs:
        return True
    if not isinstance(theirs, type):
        return False
    if isinstance(ours, type):
        return issubclass(ours, theirs) or issubclass(theirs, ours)
    return target.instance and isinstance(ours, theirs)


def check_inherits(resolver: Resolver, one: Inherits) -> Iterator[str]:
    """The class must inherit from each base."""
    try:
        child = resolver.place(parse_path(one.path)).value
        for base in one.bases:
            if not issubclass(typing.cast("type", child), typing.cast("type", resolver.place(parse_path(base)).value)):
                yield f"does not inherit from `{base}`"
    except (WrongPathError, UnclearError, TypeError) as error:
        yield str(error)


def problems_of(resolver: Resolver, library: Library) -> Iterator[tuple[str, str, str]]:
    """All problems of a library as (origin, place, problem)."""
    for name, version in library.versions:
        installed = _installed(name)
        if installed != version:
            yield f"{library.name}.yaml:1", name, f"version {version} is named, {installed} is installed"
    for row in library.rows:
        for problem in check_row(resolver, row):
            yield row.origin, f"{row.kind} {row.text}", problem
    for same in library.same:
        for problem in check_same(resolver, same):
            yield same.origin, f"same {same.path}", problem
    for one in library.inherits:
        for problem in check_inherits(resolver, one):
            yield one.origin, f"inherits {one.path}", problem


def _installed(distribution: str) -> str:
    if distribution == "python":
        return ".".join(map(str, sys.version_info[:2]))
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def check(chosen: list[str]) -> int:
    """Check the chosen libraries (all where none is named) in the running environment."""
    warnings.simplefilter("ignore")
    _configure_django()
    knowledge = load()
    resolver = Resolver(knowledge)
    count = unchecked = rows = 0
    for library in knowledge.libraries:
        if chosen and library.name not in chosen:
            continue
        rows += len(library.rows)
        unchecked += sum(bool(row.unchecked) for row in library.rows)
        for origin, place, problem in problems_of(resolver, library):
            count += 1
            print(f"{origin}: {place}: {problem}")
    print(f"{rows} rows, {unchecked} of them not verifiable by a program, {count} problems")
    return 1 if count else 0


def _configure_django() -> None:
    """Django refuses to be imported in parts without settings; empty ones do, and no project's code is involved."""
    from django.conf import settings

    installed = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions", "rest_framework"]
    settings.configure(INSTALLED_APPS=installed)
    importlib.import_module("django").setup()


def requirements() -> list[str]:
    """The distributions that the files name, at their versions."""
    named = {pair for library in load_libraries(shipped_files()) for pair in library.versions}
    return sorted(f"{name}=={version}" for name, version in named if name != "python")


def main(arguments: list[str]) -> int:
    """Install where asked to, then check inside the environment."""
    if arguments[:1] == ["--inside"]:
        return check(arguments[1:])
    if not arguments:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    python = folder / "bin" / "python"
    if "--install" in arguments:
        if not python.exists():
            venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "msgspec", "PyYAML", *requirements()], check=True)
    chosen = [argument for argument in arguments[1:] if not argument.startswith("--")]
    return subprocess.run([python, __file__, "--inside", *chosen], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
