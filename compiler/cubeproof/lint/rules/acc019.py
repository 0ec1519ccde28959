"""Why

An identity written into the SQL is somebody's test, or one tenant's model copied for another: every caller sees that one's
rows.
So does a constant beside the claim in one list.

Bad

    SELECT * FROM orders WHERE user_id = 42

Good

    SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND status = 'paid'

False positives

A system account whose rows the cube is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.columns import IDENTITY
from cubeproof.lint.facts import compared
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC019", "an identity written into the SQL", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each column of an owner that a cube's SQL compares with a constant."""
    guarded = {guard.column for guard in study.guards} - {"id"}
    for reading in study.queries:
        if reading.tree is None:
            continue
        bound = {
            column.name.lower()
            for spot in reading.spots
            if spot.number in reading.restricting and (column := compared(spot.condition)) is not None
        }
        for condition in reading.tree.find_all(exp.EQ, exp.In):
            if isinstance(condition, exp.In) and _is_mixed(condition):
                yield RULE.at(
                    reading.piece.template.span,
                    f"{reading.piece.what} has a constant beside a claim in one list: its rows are everybody's",
                    cube=reading.cube.name,
                    help="take the constant out of the list",
                )
                continue
            column = _owner(condition)
            if column is None or condition.find_ancestor(exp.Where, exp.Join) is None:
                continue
            if isinstance(condition.parent, exp.Not) or condition.find_ancestor(exp.Case) is not None:
                continue
            name = column.name.lower()
            if name in bound:
                continue  # it narrows what the caller's claim leaves
            if name in guarded or name in study.tenant_columns or IDENTITY.fullmatch(name):
                yield RULE.at(
                    reading.piece.template.span,
                    f"{reading.piece.what} compares `{column.name}` with a constant: an identity is written into the model",
                    cube=reading.cube.name,
                    help="compare it with a claim of the caller",
                )


def _is_mixed(condition: exp.In) -> bool:
    """Whether a list holds a claim and a constant."""
    values = [places.plain(value) for value in condition.expressions]
    claims = [value for value in values if places.numbers(value)]
    constants = [v for v in values if isinstance(v, exp.Literal) and v.name and not places.numbers(v)]
    return bool(claims and constants) and not condition.find_ancestor(exp.Not)


def _owner(condition: exp.Expr) -> exp.Column | None:
    """The column that a condition compares with constants alone."""
    if isinstance(condition, exp.In):
        values = condition.expressions
        sides = [(condition.this, values)]
    else:
        left, right = condition.args["this"], condition.args["expression"]
        sides = [(left, [right]), (right, [left])]
    for side, values in sides:
        column = places.plain(side)
        is_constant = all(
            isinstance(one, exp.Literal) and one.name and not places.numbers(one) for one in values
        )
        if isinstance(column, exp.Column) and places.columns(column) and values and is_constant:
            return column
    return None
