"""Diagnostics as JUnit's XML: a test case for each file, which fails if something is wrong in it. Knows no rule."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from cubeproof.diagnostics import Diagnostic, Severity

_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(diagnostics: Iterable[Diagnostic], files: Iterable[str], failing: Collection[Severity]) -> str:
    """One suite; findings of the severities in `failing` are failures, others are printed."""
    from xml.sax.saxutils import escape, quoteattr

    by_file: dict[str, list[Diagnostic]] = {file: [] for file in files}
    for found in diagnostics:
        place = found.span.source.path if found.span is not None else found.path or "model"
        by_file.setdefault(place, []).append(found)
    cases, failures = [], 0
    for file, found_here in by_file.items():
        worst = [d for d in found_here if d.severity in failing]
        failures += bool(worst)
        inner = "".join(
            f"\n      <failure type={quoteattr(d.code)} message={quoteattr(_legal(d.message))}>{escape(_line(d))}</failure>"
            for d in worst[:1]
        )
        rest = "\n".join(_line(d) for d in found_here if d not in worst[:1])
        inner += f"\n      <system-out>{escape(rest)}</system-out>" if rest else ""
        name = f'    <testcase classname="cubeproof.check" name={quoteattr(_legal(file))}'
        cases.append(f"{name}>{inner}\n    </testcase>" if inner else f"{name}/>")
    head = f'name="cubeproof check" tests="{len(cases)}" failures="{failures}" errors="0"'
    body = "\n".join(cases)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n  <testsuite {head}>\n{body}\n  </testsuite>\n</testsuites>'


def _line(found: Diagnostic) -> str:
    place = "" if found.span is None else f"{found.span!r}: "
    advice = "" if found.help is None else f" ({found.help})"
    return _legal(f"{place}{found.code} {found.severity}: {found.message}{advice}")


def _legal(text: str) -> str:
    """The text without characters that no XML can hold."""
    return _ILLEGAL.sub("\ufffd", text)
