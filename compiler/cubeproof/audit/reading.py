"""The SQL of a statement's parts as sqlglot reads it, its parameters as names. Decides nothing about access."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from sqlglot import ErrorLevel, exp, parse
from sqlglot.errors import SqlglotError

from cubeproof.bind import Statement
from cubeproof.emit import dialect
from cubeproof.emit.expressions import Writer
from cubeproof.plan import nodes

MARK: Final = "cubeproof_guard"
"""A claim: that of the guard with this number, `cubeproof_guard_3`, or as spliced text, `cubeproof_guard`."""
ATOM: Final = "cubeproof_value"
"""Anything else of the query."""
_LOG: Final = logging.getLogger("sqlglot")
_TRIPPED: Final = (RecursionError, AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What versions of sqlglot raise over text that they did not expect."""
HOLE: Final = re.compile(rf"{MARK}(?:_\d+)?(?: = 1)?|{ATOM}")


def written(text: nodes.Sql, statement: Statement, *, spliced: bool) -> str:
    """The SQL in the dialect of the statement; `spliced`, with the text of claims as it is and not as a mark."""
    return _Marks(statement, spliced=spliced).sql(text)


@lru_cache(maxsize=1024)
def parsed(text: str, dialect: str) -> exp.Expr | None:
    """The text as one statement; None if it is not, or is not understood. Not to be changed."""
    was_silent, _LOG.disabled = _LOG.disabled, True  # it would tell the terminal what it takes for a command
    try:
        statements = parse(text, read=dialect, error_level=ErrorLevel.RAISE)
    except (SqlglotError, *_TRIPPED):
        return None
    finally:
        _LOG.disabled = was_silent
    return statements[0] if len(statements) == 1 else None


class _Marks(Writer):
    """Writes what the statement says, but for values: a parameter is a name, and a guard without one stands as if it had."""

    def __init__(self, statement: Statement, *, spliced: bool) -> None:
        super().__init__(dialect(statement.dialect), lambda _: "2000-01-01T00:00:00.000")
        self._guards, self._spliced_too = statement.guards, spliced

    def expression(self, node: nodes.Expression) -> str:
        match node:
            case nodes.Param():
                return ATOM if node.guard is None else f"{MARK}_{node.guard}"
            case nodes.Constant() if node.guard is not None:
                on = self._guards[node.guard].on
                mark = f"{MARK}_{node.guard}"
                return f"{mark} = 1" if on is None or "…" in on else f"{on} = {mark}"
            case nodes.Column():
                return ATOM
            case nodes.Spliced() if not self._spliced_too:
                return MARK
            case _:
                return super().expression(node)


def marks(part: exp.Expr) -> Iterator[exp.Expr]:
    """Where claims stand in a part of a query."""
    for name in part.find_all(exp.Column, exp.Literal):
        if MARK in name.name:
            yield name


def conjuncts(condition: exp.Expr | None) -> list[exp.Expr]:
    """The conditions that must all hold."""
    waiting, found = [condition] if condition is not None else [], []
    while waiting:
        part = waiting.pop()
        if isinstance(part, exp.Paren):
            waiting.append(part.this)
        elif isinstance(part, exp.And):
            waiting += [part.left, part.right]
        else:
            found.append(part)
    return found


def where(select: exp.Expr) -> list[exp.Expr]:
    """The conditions of its WHERE that must all hold."""
    clause = select.args.get("where")
    return conjuncts(clause.this if clause is not None else None)
