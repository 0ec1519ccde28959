"""Why

A window function, LIMIT, OFFSET or DISTINCT ON looks at the rows that are there when it runs. Where the guard comes after it,
it saw the rows of everybody: a rank counts the others, and a LIMIT leaves a caller with few rows or none.
So does one beside it that is joined in.

Bad

    SELECT * FROM (SELECT *, rank() OVER (ORDER BY amount) AS place FROM orders) AS o
    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

Good

    SELECT *, rank() OVER (ORDER BY amount) AS place FROM orders
    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

A place among all that a caller is meant to learn.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.beside import beside
from cubeproof.lint.facts import compared, inner_select
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC013", "a guard after something that saw the rows of everybody", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard on what a query with a window, LIMIT, OFFSET or DISTINCT ON gives, or beside what it gives."""
    yield from _beside(study)
    for reading in study.queries:
        for spot in reading.spots:
            level, atom = spot.levels[0], reading.atom(spot)
            column = compared(level.condition)
            if level.select is None or column is None or level.clause not in ("where", "qualify"):
                continue
            seen = _own_window(level.select, column) if level.clause == "qualify" else None
            source: exp.Expr | None = places.owner(column, level.select)
            for _ in range(8):
                inner = inner_select(source) if source is not None and seen is None else None
                if inner is None or places.numbers(inner):
                    break
                seen = _limit(inner) or _own_window(inner, column)
                sources = places.from_of(inner)
                source = sources[0] if sources else None
            if seen is not None:
                yield RULE.at(
                    atom.span,
                    f"the guard on claim `{atom.claim}` comes after {seen}, which saw the rows of everybody",
                    cube=reading.cube.name,
                    help="move the guard inside, to the WHERE of the query that reads the table",
                )


def _beside(study: Study) -> Iterator[Diagnostic]:
    for reading, table, select, guards in beside(study):
        seen = _limit(select) or next(
            (found for guard in guards if (found := _own_window(select, exp.column(guard.column)))), None
        )
        if seen is not None:
            yield RULE.at(
                reading.atom(reading.spots[0]).span,
                f"a nested query joins what {seen} makes of the rows of everybody in `{table.name}`",
                cube=reading.cube.name,
                help=f"guard it there too, by `{guards[0].column}`",
            )


def _limit(select: exp.Expr) -> str | None:
    if select.args.get("limit") is not None:
        return "a LIMIT"
    if select.args.get("offset") is not None:
        return "an OFFSET"
    distinct = select.args.get("distinct")
    return "a DISTINCT ON" if distinct is not None and distinct.args.get("on") is not None else None


def _own_window(select: exp.Expr, column: exp.Column) -> str | None:
    for shown in (*select.expressions, *filter(None, [select.args.get("qualify")])):
        for window in shown.find_all(exp.Window):
            keys = window.args.get("partition_by") or ()
            if not any(
                isinstance(key, exp.Column) and key.name.lower() == column.name.lower() for key in keys
            ):
                return "a window function"
    return None
