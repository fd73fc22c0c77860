"""What the engines said becomes what is reported: one defect once, the named files only, the selected rules only.

Engines judge the whole project; the reader asked about some files with some rules. Identities are given here, over all
findings of a file, so that they do not depend on what was asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import msgspec

from lintel.finding import Failure, Finding, Related

Wanted = Callable[[str, str], bool]
"""Whether a finding of (project path, rule code) is to be reported."""


def with_fingerprints(findings: Iterable[Finding]) -> list[Finding]:
    """The same findings in report order, each with an identity that survives moved lines; equal ones are said once."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    named: list[Finding] = []
    last: Finding | None = None
    for finding in sorted(findings, key=Finding.sort_key):
        if finding == last:
            continue
        last = finding
        place = (finding.code, finding.path, finding.symbol, "".join(finding.anchor.split()))
        named.append(msgspec.structs.replace(finding, fingerprint=finding.identity(seen[place])))
        seen[place] += 1
    return named


def reported(
    findings: Iterable[Finding], failures: Iterable[Failure], wanted: Wanted
) -> tuple[list[Finding], list[Failure]]:
    """Those findings that were asked for, and the failures that concern what was asked for.

    A failure of a rule that nothing selects for the file is left out; a file that could not be judged at all is a
    failure whoever asked: what other files say may depend on it. Such a failure names the settings that help.
    """
    kept = [finding for finding in with_fingerprints(findings) if wanted(finding.path, finding.code)]
    broken = [failure for failure in failures if not failure.code or wanted(failure.path, failure.code)]
    return kept, [_with_settings(failure) for failure in broken]


_LEFT_OUT = ("extend-exclude",)
_SETTINGS = {
    "unreadable": _LEFT_OUT,
    "encoding": _LEFT_OUT,
    "syntax": _LEFT_OUT,
    "too-large": ("max-file-size", *_LEFT_OUT),
    "too-deep": _LEFT_OUT,
    "crashed": _LEFT_OUT,
    "stalled": ("file-timeout", *_LEFT_OUT),
}
"""For each reason why a file was not seen, the settings with which the check can be completed, with it or without."""


def _with_settings(failure: Failure) -> Failure:
    """The same failure; where a file could not be judged at all, its remedy names the settings that help."""
    names = _SETTINGS.get(failure.kind, ()) if failure.path and not failure.code else ()
    if not names:
        return failure
    words = ", ".join(f"`{name}`" for name in names)
    return msgspec.structs.replace(failure, remedy=f"{failure.remedy} (settings: {words})")


def rebased(finding: Finding, seen: Callable[[str], str]) -> Finding:
    """The same finding with its paths as they are seen from the folder of the report instead of the project's root."""

    def moved(places: tuple[Related, ...]) -> tuple[Related, ...]:
        return tuple(Related(seen(each.path), each.span, each.message) for each in places)

    related, steps = moved(finding.related), moved(finding.steps)
    return msgspec.structs.replace(finding, path=seen(finding.path), related=related, steps=steps)
