"""Why

A guard on one table of a FROM restricts the rows of another one only if something ties the two. Without a condition between them
every row of the other comes with each row of the caller's.

Bad

    SELECT o.* FROM orders o, users u WHERE ${SECURITY_CONTEXT.id.requiredFilter('u.id')}

Good

    SELECT o.* FROM orders o JOIN users u ON u.id = o.user_id WHERE ${SECURITY_CONTEXT.id.requiredFilter('u.id')}

False positives

A table of settings beside the rows of the caller, which is joined to all of them on purpose, is no finding: only the first table
of the FROM is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.audit.reading import conjuncts
from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.facts import compared
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC018", "a guard on a table that nothing ties to the rows", "error", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard on another table than the first of a FROM, with no condition between them."""
    for reading in study.queries:
        for spot in reading.spots if not reading.restricting else ():
            level = spot.levels[0]
            column = compared(level.condition)
            if (
                level.clause not in ("where", "on")
                or level.select is None
                or column is None
                or not column.table
            ):
                continue
            sources = [source.alias_or_name.lower() for source in places.from_of(level.select)]
            own = column.table.lower()
            if len(sources) < 2 or own not in sources[1:] or sources[0] in _tied(level.select, own):
                continue
            yield RULE.at(
                reading.atom(spot).span,
                f"the guard on claim `{reading.atom(spot).claim}` is on `{column.table}`: nothing ties `{sources[0]}` to it",
                cube=reading.cube.name,
                help="join the two by a key",
            )


def _tied(select: exp.Expr, start: str) -> set[str]:
    """The names of a FROM that conditions lead to from one of them; all of them where that cannot be told."""
    where = select.args.get("where")
    conditions = conjuncts(where.this if where is not None else None)
    names = {source.alias_or_name.lower() for source in places.from_of(select)}
    for join in select.args.get("joins") or ():
        if join.args.get("using") or join.method or not isinstance(join.this, exp.Table):
            return names
        conditions += conjuncts(join.args.get("on"))
    groups = []
    for condition in conditions:
        found = places.columns(condition)
        if places.numbers(condition):
            continue
        if len(found) > 1 and any(not column.table for column in found):
            return names
        groups.append({column.table.lower() for column in found})
    tied, before = {start}, 0
    while len(tied) > before:
        before = len(tied)
        for group in groups:
            if group & tied:
                tied |= group
    return tied
