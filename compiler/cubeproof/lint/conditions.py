"""Questions about a claim's place among AND, OR and NOT that several rules ask. Gives no opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cubeproof.lint import places
from cubeproof.lint.places import Level, Spot, exp

if TYPE_CHECKING:
    from cubeproof.lint.study import Reading, Study


def doubtful(study: Study) -> Iterator[tuple[Reading, Spot]]:
    """The claims in the SQL of cubes that do not stand beside one of the same claim that binds all rows."""
    for one in study.queries:
        bound = {one.written.atoms[number].claim for number in one.restricting}
        for spot in one.spots:
            if one.atom(spot).claim not in bound:
                yield one, spot


def alternatives(level: Level) -> list[exp.Expr]:
    """The arms of the widest OR around a condition, of which one holds it; none where there is no OR."""
    ors = [part for part in level.around if isinstance(part, exp.Or)]
    return places.arms(ors[-1]) if ors else []


def always(condition: exp.Expr) -> bool:
    """Whether a condition is true whatever the rows and the caller."""
    condition = places.plain(condition)
    if isinstance(condition, exp.Boolean):
        return bool(condition.this)
    if isinstance(condition, exp.Literal):
        return condition.name == "1"
    if isinstance(condition, exp.Not):
        return never(condition.this)
    if isinstance(condition, exp.EQ | exp.NullSafeEQ | exp.GTE | exp.LTE | exp.Like):
        is_any = (
            isinstance(condition, exp.Like)
            and condition.expression.name == "%"
            and not condition.args.get("negate")
        )
        return is_any or condition.left == condition.right
    if isinstance(condition, exp.NEQ):
        left, right = condition.left, condition.right
        return isinstance(left, exp.Literal) and isinstance(right, exp.Literal) and left != right
    if isinstance(condition, exp.Exists):
        return isinstance(condition.this, exp.Select) and not places.from_of(condition.this)
    if isinstance(condition, exp.Or):
        return any(always(arm) for arm in places.arms(condition))
    return False


def never(condition: exp.Expr) -> bool:
    """Whether a condition is false whatever the rows and the caller."""
    condition = places.plain(condition)
    if isinstance(condition, exp.Boolean):
        return not condition.this
    if isinstance(condition, exp.Literal):
        return condition.name == "0"
    if isinstance(condition, exp.Not):
        return always(condition.this)
    if isinstance(condition, exp.EQ):
        left, right = condition.left, condition.right
        return isinstance(left, exp.Literal) and isinstance(right, exp.Literal) and left != right
    if isinstance(condition, exp.NEQ | exp.GT | exp.LT):
        return condition.left == condition.right
    return False


def nulls(condition: exp.Expr) -> exp.Expr | None:
    """What a condition `… IS NULL` asks about."""
    condition = places.plain(condition)
    if (
        isinstance(condition, exp.Is)
        and isinstance(condition.expression, exp.Null)
        and not condition.args.get("negate")
    ):
        return places.plain(condition.this)
    return None


def not_nulls(condition: exp.Expr) -> exp.Expr | None:
    """What a condition `… IS NOT NULL` asks about; versions of sqlglot say it differently."""
    condition = places.plain(condition)
    if isinstance(condition, exp.Not):
        return nulls(condition.this)
    is_not = isinstance(condition, exp.Is) and (
        condition.args.get("negate") or isinstance(condition.expression, exp.Not)
    )
    return places.plain(condition.this) if is_not else None


def _is_false(part: exp.Expr) -> bool:
    """`(…) = FALSE`, `(…) IS FALSE`, `(…) <> TRUE`."""
    if not isinstance(part, exp.EQ | exp.Is | exp.NEQ | exp.NullSafeEQ):
        return False
    values = [side.this for side in (part.left, part.right) if isinstance(side, exp.Boolean)]
    is_not = isinstance(part, exp.NEQ) or bool(part.args.get("negate"))
    return any(bool(value) == is_not for value in values)


def is_negated(level: Level) -> bool:
    """Whether a condition holds where the claim is somebody else's."""
    nots = sum(isinstance(part, exp.Not) or _is_false(part) for part in level.around)
    if isinstance(level.condition, exp.NEQ | exp.NullSafeNEQ) or level.condition.args.get("negate"):
        nots += 1
    return nots % 2 == 1


def is_alternative(level: Level) -> bool:
    """Whether an AND with the condition in it is negated: `NOT (a AND NOT guard)` is `NOT a OR guard`."""
    around = level.around
    return any(
        isinstance(part, exp.And)
        and sum(isinstance(one, exp.Not) or _is_false(one) for one in around[at + 1 :]) % 2 == 1
        for at, part in enumerate(around)
    )
