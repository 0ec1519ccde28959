"""Why

`OR column IS NULL` beside a guard shows the rows that have no owner to everybody. Rows lose their owner by mistakes, too.

Bad

    WHERE (${SECURITY_CONTEXT.id.requiredFilter('user_id')} OR user_id IS NULL)

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND deleted_at IS NULL

False positives

Rows without an owner that are everybody's on purpose, such as templates.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.conditions import alternatives, doubtful, never, nulls
from cubeproof.lint.places import Level, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC010", "`OR column IS NULL` beside a guard", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard beside which its own column may be null, or is replaced where it is."""
    for reading, spot in doubtful(study):
        atom, names = reading.atom(spot), {column.name.lower() for column in places.columns(spot.condition)}
        asked = [nulls(arm) for arm in alternatives(spot.levels[0])]
        is_null = any(isinstance(one, exp.Column) and one.name.lower() in names for one in asked)
        if is_null or _stands_in(spot.condition) or _is_filled_in(spot.levels[0]):
            yield RULE.at(
                atom.span,
                f"the guard on claim `{atom.claim}` lets rows without an owner through: everybody sees them",
                cube=reading.cube.name,
                help="take `IS NULL` away, or give those rows an owner",
                severity="info" if reading.restricting else None,
            )


def _is_filled_in(level: Level) -> bool:
    """Whether the guard's unknown is made true: `COALESCE(user_id = claim, TRUE)`."""
    inside = (level.condition, *level.around)
    return any(
        isinstance(part, exp.Coalesce)
        and any(part.this is one for one in inside)
        and not all(never(value) for value in part.expressions)
        for part in level.around
    )


def _stands_in(condition: exp.Expr) -> bool:
    """Whether the claim itself stands in for a column that is null: `COALESCE(user_id, claim) = claim`."""
    return any(
        isinstance(places.plain(one.this), exp.Column)
        and any(places.numbers(value) for value in one.expressions)
        and places.columns(one.this)
        for one in condition.find_all(exp.Coalesce)
    )
