"""Why

An aggregate whose keys lack the guarded column adds up rows of everybody; `max(user_id)` of a group says nothing about whose
rows are in it.
So does one that is joined to the guarded rows by something else than their owner.

Bad

    SELECT * FROM (SELECT status, max(user_id) AS user_id, sum(amount) AS amount FROM orders GROUP BY status) AS o
    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

Good

    SELECT * FROM (SELECT status, user_id, sum(amount) AS amount FROM orders GROUP BY status, user_id) AS o
    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

Groups that are of one owner by some other key, such as an order's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.beside import beside
from cubeproof.lint.facts import compared, inner_select
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC014", "a guard after an aggregate whose keys lack its column", "warning", sound=False)
_AGGREGATES: Final = frozenset("total string_agg group_concat listagg".split())
"""Those of some engines that the parser does not know for one."""


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard on a column that an aggregate made, or beside an aggregate over the rows of everybody."""
    yield from _beside(study)
    for reading in study.queries:
        for spot in reading.spots:
            level, atom = spot.levels[0], reading.atom(spot)
            column = compared(level.condition)
            if level.select is None or column is None or level.clause not in ("where", "on"):
                continue
            source = places.owner(column, level.select)
            inner = inner_select(source) if source is not None else None
            if inner is not None and _is_aggregate(inner, column.name.lower()):
                yield RULE.at(
                    atom.span,
                    f"the guard on claim `{atom.claim}` comes after an aggregate whose keys lack `{column.name}`",
                    cube=reading.cube.name,
                    help="move the guard inside, before the GROUP BY",
                )


def _beside(study: Study) -> Iterator[Diagnostic]:
    for reading, table, select, guards in beside(study):
        if any(_aggregates(one, select) for one in select.expressions):
            yield RULE.at(
                reading.atom(reading.spots[0]).span,
                f"an aggregate over the rows of everybody in `{table.name}` is joined to what the guard restricts",
                cube=reading.cube.name,
                help=f"guard it there too, by `{guards[0].column}`",
            )


def _aggregates(shown: exp.Expr, select: exp.Expr) -> bool:
    """Whether an item of a SELECT list is made of several rows."""
    return any(
        call.find_ancestor(exp.Window) is None
        and call.find_ancestor(exp.Select) is select
        and (isinstance(call, exp.AggFunc) or call.name.lower() in _AGGREGATES)
        for call in shown.find_all(exp.AggFunc, exp.Anonymous)
    )


def _is_aggregate(select: exp.Expr, name: str) -> bool:
    """Whether a column of a query's rows is made of several rows of several owners."""
    if places.numbers(select):
        return False
    shown = [one for one in select.expressions if one.alias_or_name.lower() == name]
    beside_it = [one for one in select.expressions if one not in shown]
    if shown and select.args.get("group") is None and any(_aggregates(one, select) for one in beside_it):
        return True  # some engines take that of any one row
    return any(_aggregates(one, select) for one in shown)
