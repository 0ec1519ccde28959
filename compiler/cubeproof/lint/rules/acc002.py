"""Why

A condition that holds whatever the row and the caller, `1 = 1` or `x = x`, makes an OR around it hold for all rows. So does
`claim IS NULL OR …` and `COALESCE(claim, column)` for every caller without the claim.

Bad

    WHERE (${SECURITY_CONTEXT.id.requiredFilter('user_id')} OR 1 = 1)
    WHERE user_id = COALESCE(${SECURITY_CONTEXT.id}, user_id)

Good

    WHERE 1 = 1 AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

A caller without the claim that is meant to see everything. Say so with a claim of its own, such as a role.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.conditions import alternatives, always, doubtful, nulls
from cubeproof.lint.places import Spot, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("ACC002", "a guard that is always true, for all callers or for some", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard beside an arm that always holds, that compares a column with itself, or is left out for most callers."""
    yield from _left_out(study)
    for reading, spot in doubtful(study):
        atom = reading.atom(spot)
        problem = _problem(spot) or _without_column(spot, atom.hole)
        if problem is not None:
            yield RULE.at(
                atom.span,
                f"the guard on claim `{atom.claim}` {problem}",
                cube=reading.cube.name,
                help="take the other alternative away, and let a caller without the claim be refused",
            )


def _left_out(study: Study) -> Iterator[Diagnostic]:
    """Conditions on a claim's value that leave the guard out for every value but one, or where there is none."""
    for piece in study.pieces:
        for hole in sql.walk(piece.template) if piece.template is piece.cube.table else ():
            if not isinstance(hole, sql.Choice) or not isinstance(hole.test.subject, sql.ClaimText):
                continue
            is_not = hole.test.operator.startswith("!")
            named, others = (hole.otherwise, hole.then) if is_not else (hole.then, hole.otherwise)
            if _guards(named) and not _guards(others) and _is_open(others) and hole.test.subject.unsafe:
                claim = ".".join(hole.test.subject.path)
                yield RULE.at(
                    hole.span,
                    f"the guard is left out for every caller whose claim `{claim}` is absent or something else",
                    cube=piece.cube.name,
                    help="leave it out for one value alone, and let it stand for all others",
                )


def _guards(template: sql.Sql) -> bool:
    return any(isinstance(hole, sql.Guard | sql.ClaimText | sql.PerCaller) for hole in sql.walk(template))


def _is_open(template: sql.Sql) -> bool:
    """Whether a template says nothing, or something that may hold."""
    text = "".join("".join(part.split()) if isinstance(part, str) else "?" for part in template.parts).lower()
    return not text.endswith(("1=0", "0=1", "1=2", "false", "1=0)", "false)"))


def _without_column(spot: Spot, hole: sql.Guard | sql.ClaimText) -> str | None:
    """A guard on a constant, `.filter('1')`, asks about the caller and not about the row."""
    is_plain = isinstance(hole, sql.Guard) and hole.column is not None and isinstance(spot.condition, exp.EQ)
    others = [
        places.plain(side)
        for side in (spot.condition.args.get("this"), spot.condition.args.get("expression"))
        if side
    ]
    if is_plain and any(isinstance(side, exp.Literal | exp.Boolean) for side in others):
        return "names no column: it says the same of every row"
    return None


def _problem(spot: Spot) -> str | None:
    condition = spot.condition
    if isinstance(condition, exp.EQ):
        left, right = places.plain(condition.left), places.plain(condition.right)
        if left == right:
            return "compares the claim with itself"
        for one, other in ((left, right), (right, left)):
            if (
                isinstance(one, exp.Coalesce)
                and places.numbers(one)
                and any(places.plain(value) == other for value in (one.this, *one.expressions))
            ):
                return "compares a column with itself where the claim is null"
    for level in spot.levels:
        arms = alternatives(level) if level.clause in ("where", "on") else []
        if any(always(arm) for arm in arms):
            return "stands beside a condition that always holds"
        cases = [part for part in level.around if isinstance(part, exp.Case)]
        whens = [when for case in cases for when in case.args["ifs"] if always(when.args["true"])]
        arms = [*arms, *(when.this for when in whens)]
        if any((asked := nulls(arm)) is not None and places.numbers(asked) for arm in arms):
            return "stands beside a condition that holds for every caller without a claim"
    return None
