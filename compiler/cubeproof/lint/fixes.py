"""Changes of a model's text that can only narrow what a caller sees. Knows no file.

`filter` becomes `requiredFilter`: a caller without the claim is refused. Alternatives beside a guard get brackets, if the
guard stands at the end or the beginning of the WHERE: what is left always asks for the guard.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cubeproof.diagnostics import Diagnostic
from cubeproof.source import Source, Span

_FILTER: Final = re.compile(r"(?:USER_CONTEXT|SECURITY_CONTEXT)[\w.?:/\[\]'\"-]*?\.(filter)\s*\(")
_BEFORE: Final = re.compile(r"\bWHERE\s+((?:(?!\bWHERE\b)[^`();])+?)\s+AND\s+\Z", re.IGNORECASE)
_AFTER: Final = re.compile(r"\s+AND\s+([^`();]+?)(?=\s*`)", re.IGNORECASE)
_STARTS: Final = re.compile(r"\bWHERE\s+\Z", re.IGNORECASE)
_CLAUSES: Final = re.compile(
    r"\b(?:GROUP|ORDER|HAVING|LIMIT|UNION|INTERSECT|EXCEPT|WINDOW|SELECT|FROM|QUALIFY)\b|--|/\*", re.I
)
_OR: Final = re.compile(r"\bOR\b", re.IGNORECASE)


class Edit(NamedTuple):
    """A piece of text in place of another one, and the findings that it mends."""

    span: Span
    text: str
    finding: Diagnostic


def edits(findings: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """The changes that mend some of the findings, none of which overlap."""
    found: list[Edit] = []
    for finding in findings:
        for edit in _of(finding):
            source, start, end = edit.span.source, edit.span.start, edit.span.end
            if not any(
                o.span.source is source and o.span.start <= end and start <= o.span.end for o in found
            ):
                found.append(edit)
    return tuple(found)


def applied(source: Source, changes: Iterable[Edit]) -> str:
    """A file's text with its changes."""
    text = source.text
    for edit in sorted(changes, key=lambda e: -e.span.start):
        if edit.span.source is source:
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _of(finding: Diagnostic) -> Iterator[Edit]:
    span = finding.span
    if span is None:
        return
    source, text = span.source, span.source.text
    if finding.code == "ACC001":
        found = _FILTER.search(text, span.start, span.end)
        if found is not None:
            yield Edit(Span(source, found.start(1), found.end(1)), "requiredFilter", finding)
    elif finding.code == "ACC005" and text[span.start : span.start + 2] == "${":
        before, after = _BEFORE.search(text, 0, span.start), _AFTER.match(text, span.end)
        is_last = re.match(r"\s*`", text[span.end :]) is not None
        if before is not None and is_last and _can_be_bracketed(before[1]):
            yield Edit(Span(source, before.start(1), before.end(1)), f"({before[1]})", finding)
        elif after is not None and _STARTS.search(text, 0, span.start) and _can_be_bracketed(after[1]):
            yield Edit(Span(source, after.start(1), after.end(1)), f"({after[1]})", finding)


def _can_be_bracketed(text: str) -> bool:
    """Whether a text is a condition with alternatives and nothing else."""
    return bool(_OR.search(text)) and not _CLAUSES.search(text) and text.count("'") % 2 == 0
