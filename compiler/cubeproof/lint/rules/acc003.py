"""Why

A guard that can never hold shows nobody anything, and hides that the condition is wrong: whoever repairs it in haste opens it.

Bad

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND 1 = 0
    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND user_id IS NULL

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND deleted_at IS NULL

False positives

A cube that is switched off on purpose.
"""

from collections.abc import Iterator

from cubeproof.audit.reading import conjuncts
from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.conditions import never, nulls
from cubeproof.lint.facts import compared
from cubeproof.lint.places import Spot, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC003", "a guard that can never be true", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard beside which something stands that contradicts it, or that never holds."""
    for reading in study.queries:
        for spot in reading.spots:
            atom = reading.atom(spot)
            problem = _problem(spot)
            if problem is not None:
                yield RULE.at(
                    atom.span,
                    f"the guard on claim `{atom.claim}` can never be true: {problem}",
                    cube=reading.cube.name,
                    help="take the contradiction away; a cube that nobody may see is better left out",
                )


def _problem(spot: Spot) -> str | None:
    level = spot.levels[0]
    if (
        level.clause != "where"
        or level.select is None
        or any(not isinstance(p, exp.And | exp.Paren) for p in level.around)
    ):
        return None
    column = compared(level.condition) if isinstance(level.condition, exp.EQ | exp.In) else None
    where = level.select.args.get("where")
    for other in conjuncts(where.this if where is not None else None):
        if never(other):
            return "a condition beside it never holds"
        asked = nulls(other)
        if column is not None and isinstance(asked, exp.Column) and asked == column:
            return f"`{column.name}` is null there"
        if (
            isinstance(other, exp.NEQ)
            and isinstance(level.condition, exp.EQ)
            and {other.left, other.right}
            == {
                level.condition.left,
                level.condition.right,
            }
        ):
            return "its opposite stands beside it"
    return None
