"""Marks become placeholders, numbered once, in the order of the final text. Knows no values: those of `inline` are given."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from cubeproof.emit.prepared import Prepared
from cubeproof.emit.registry import Dialect
from cubeproof.plan.nodes import Param

Value: TypeAlias = str | float | int | bool | None

_MARK = re.compile("\0(\\d+)\0")
_GLUED_BEFORE = re.compile(r"[\w$'\"]\Z")
_GLUED_AFTER = re.compile(r"[\w$'\"]")


def pieces(text: str, params: Sequence[Param]) -> tuple[str | Param, ...]:
    """The text with its parameters in place; a blank keeps one from running into the word beside it.

    A placeholder `$1` before a `0` of the model would be another one, `$10`.
    """
    parts = _MARK.split(text)
    found: list[str | Param] = []
    for i, part in enumerate(parts):
        if i % 2:
            found.append(params[int(part)])
            continue
        before = " " if i and _GLUED_AFTER.match(part) else ""
        after = " " if i < len(parts) - 1 and (_GLUED_BEFORE.search(part) or (i and not part)) else ""
        if before or part or after:
            found.append(f"{before}{part}{after}")
    return tuple(found)


def numbered(found: Sequence[str | Param], dialect: Dialect) -> tuple[str, tuple[Param, ...]]:
    """The statement's text, and the parameter of each placeholder in it."""
    params: list[Param] = []
    texts: list[str] = []
    for piece in found:
        if isinstance(piece, str):
            texts.append(piece)
        else:
            params.append(piece)
            texts.append(f"{dialect.placeholder}{len(params)}" if dialect.numbered else dialect.placeholder)
    return "".join(texts), tuple(params)


def inlined(prepared: Prepared, values: Sequence[Value], dialect: Dialect) -> str:
    """The text with values as the dialect's own literals, one for each placeholder in order: for reading only."""
    if len(values) != len(prepared.params):
        raise ValueError(f"{len(values)} values for {len(prepared.params)} placeholders")
    texts: list[str] = []
    given = iter(values)
    for i, piece in enumerate(prepared.pieces):
        if isinstance(piece, str):
            texts.append(piece)
            continue
        text = literal(next(given), dialect)
        before, after = texts[-1] if texts else "", prepared.pieces[i + 1 : i + 2]
        # A minus beside an operator would make another operator, or a comment; a cast binds tighter than a minus.
        casts = bool(after) and isinstance(after[0], str) and after[0].startswith(":")
        if text.startswith("-") and (casts or not before.endswith((" ", "(", ",", "\n"))):
            text = f"({text})"
        texts.append(text)
    return "".join(texts)


def literal(value: Value, dialect: Dialect) -> str:
    """A value as the dialect writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return dialect.literal(value)
    return repr(value)
