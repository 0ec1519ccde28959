"""Guards that are written in a model's files and stand in no SQL of it. Knows no grammar of SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cubeproof.source import Source, Span

if TYPE_CHECKING:
    from cubeproof.lint.study import Study

GUARD: Final = re.compile(
    r"\b(?:USER_CONTEXT|SECURITY_CONTEXT)[\w.?:/\[\]'\"-]*?\.(?:filter|requiredFilter)\s*\("
)
_COMMENT: Final = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
_NEAR: Final = 300
"""So many characters before a guard are looked at for the table that it is written for."""


def code_of(source: Source) -> str:
    """The text of a file, its comments as blanks."""
    return _COMMENT.sub(lambda found: " " * len(found[0]), source.text)


def lost_guards(study: Study) -> Iterator[Span]:
    """The guards that no SQL of the model has, where they are written."""
    sources = {id(c.span.source): c.span.source for c in study.model.cubes.values()}
    for source in sources.values():
        kept = [(path, span) for path, span, _ in study.claims]
        yield from lost(source, code_of(source), kept)


def lost(
    source: Source, text: str, kept: list[tuple[tuple[str, ...], Span]], start: int = 0
) -> Iterator[Span]:
    """The guards in a text that are not among those kept; a helper keeps what it is given where it writes it itself."""
    written = list(GUARD.finditer(text))
    elsewhere = [
        path
        for path, span in kept
        if span.source is not source
        or not any(span.start <= start + one.start() < span.end for one in written)
    ]
    for found in written:
        at = start + found.start()
        if any(span.source is source and span.start <= at < span.end for _, span in kept):
            continue
        if not any(path and path[-1] in found[0].split(".") for path in elsewhere):
            yield Span(source, at, start + found.end() - 1)


def is_for(guard: Span, table: str) -> bool:
    """Whether a guard is written behind the name of a table."""
    text = guard.source.text[max(0, guard.start - _NEAR) : guard.start]
    names = re.findall(r"\bfrom\s+[`\"\\]*([\w.]+)", text, re.I)
    return bool(names) and names[-1].lower().removeprefix("public.") == table
