"""Why

Each arm of a UNION reads rows by itself: a guard in one arm restricts no other.

Bad

    SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}
    UNION ALL SELECT * FROM archived_orders

Good

    SELECT * FROM (SELECT * FROM orders UNION ALL SELECT * FROM archived_orders) AS o
    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

An arm that reads what everybody may see. It is a warning, not an error, where no cube guards the arm's table.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC011", "an arm of a UNION that reads unguarded", "error", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each arm without a guard beside one that has a guard."""
    for reading in study.queries:
        if not reading.spots:
            continue
        for table in study.open_tables(reading):
            union = _union(table)
            if union is None or not places.numbers(union) or _is_recursive(table, union):
                continue
            is_known = places.table_key(table) in study.guarded_tables
            yield RULE.at(
                reading.written.atoms[0].span,
                f"an arm of a {_name(union)} reads `{table.name}` without the guard that another arm has",
                cube=reading.cube.name,
                help="guard each arm, or the whole from outside",
                severity=None if is_known and not isinstance(union, exp.Intersect) else "warning",
            )


def _union(table: exp.Expr) -> exp.Expr | None:
    """The UNION in an arm of which a table is read, by the SELECT that it stands in the FROM of."""
    select = table.find_ancestor(exp.Select)
    while select is not None and not isinstance(table.parent, exp.Join):
        at: exp.Expr = select
        while isinstance(at.parent, exp.Subquery | exp.Paren):
            at = at.parent
        if isinstance(at.parent, exp.SetOperation) and not places.numbers(at):
            is_rest = isinstance(at.parent, exp.Except | exp.Intersect) and at.arg_key == "expression"
            return None if is_rest else _widest(at.parent)
        if not isinstance(at.parent, exp.From):
            return None
        select = at.find_ancestor(exp.Select)
    return None


def _is_recursive(table: exp.Expr, union: exp.Expr) -> bool:
    """Whether a table is joined to the rows that a WITH RECURSIVE has found so far, which are guarded at its start."""
    common = union.find_ancestor(exp.CTE)
    select = table.find_ancestor(exp.Select)
    names = {source.name.lower() for source in places.from_of(select)} if select is not None else set()
    return common is not None and common.alias.lower() in names


def _widest(union: exp.Expr) -> exp.Expr:
    while isinstance(union.parent, exp.SetOperation):
        union = union.parent
    return union


def _name(union: exp.Expr) -> str:
    return type(union).__name__.upper()
