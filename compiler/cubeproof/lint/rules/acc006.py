"""Why

Under NOT, in `<>` or in the ELSE of a CASE a guard shows the rows of everybody but the caller, or of everybody.

Bad

    WHERE NOT (${SECURITY_CONTEXT.id.requiredFilter('user_id')})
    WHERE user_id <> ${SECURITY_CONTEXT.id}
    WHERE NOT (status = 'draft' AND NOT ${SECURITY_CONTEXT.id.requiredFilter('user_id')})   -- an OR
    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} = is_open
    WHERE user_id <= ${SECURITY_CONTEXT.id}
    WHERE CASE WHEN kind = 'own' THEN ${SECURITY_CONTEXT.id.requiredFilter('user_id')} ELSE TRUE END

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}
    WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')} AND user_id <> 0

False positives

A list of what a caller must not see, beside a guard that binds all rows: only an `info`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.columns import is_owner
from cubeproof.lint.conditions import doubtful, is_alternative, is_negated, never
from cubeproof.lint.places import Level, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("ACC006", "a guard under NOT, `<>` or CASE", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim that is negated, in SQL or in a policy, or that only some branch of a CASE asks for."""
    for shown, filter_ in study.policy_filters:
        if filter_.operator.lower().startswith("not"):
            yield RULE.at(
                filter_.span,
                f"the policy of `{shown.name}` shows the rows that are not the claim's",
                cube=shown.name,
                help="use the operator `equals`",
                severity="warning",
            )
    for reading, spot in doubtful(study):
        atom = reading.atom(spot)
        for level in spot.levels:
            if level.clause not in ("where", "on"):
                continue
            if is_negated(level):
                problem = f"the guard on claim `{atom.claim}` is negated: it shows the rows of everybody else"
            elif is_alternative(level):
                problem = f"the guard on claim `{atom.claim}` is negated together with what stands beside it: that is an OR"
            elif _is_compared(level):
                problem = f"the guard on claim `{atom.claim}` is compared with something: it need not hold"
            elif _is_range(study, level):
                problem = f"the guard on claim `{atom.claim}` compares an owner by `<` or `>`: it shows the rows of others too"
            elif _some_branch_is_open(level):
                problem = f"the guard on claim `{atom.claim}` holds in some branches of a CASE only"
            else:
                continue
            yield RULE.at(
                atom.span,
                problem,
                cube=reading.cube.name,
                help="let the guard stand by itself, joined to the rest with AND",
                severity="info" if reading.restricting and not _names_column(atom.hole) else None,
            )
            break


def _is_compared(level: Level) -> bool:
    """Whether the truth of a guard is compared with what is not simply true: `(guard) = flag`."""
    inside = (level.condition, *level.around)
    for part in level.around:
        if isinstance(part, exp.EQ | exp.NEQ | exp.NullSafeEQ | exp.NullSafeNEQ | exp.Is | exp.GTE | exp.LTE):
            other = part.right if any(part.left is one for one in inside) else part.left
            if not isinstance(other, exp.Boolean | exp.Literal | exp.Null):
                return True
    return False


def _is_range(study: Study, level: Level) -> bool:
    """Whether a claim and a column that says whose a row is are compared by their order."""
    condition = level.condition
    if not isinstance(condition, exp.GT | exp.GTE | exp.LT | exp.LTE | exp.Between):
        return False
    sides = [condition.this, condition.args.get("expression")]
    columns = [side for side in sides if isinstance(side, exp.Column) and places.columns(side)]
    return any(is_owner(study, column.name) for column in columns)


def _names_column(hole: sql.Guard | sql.ClaimText) -> bool:
    """Whether it is a guard by a column, which nobody writes to say what a caller must not see."""
    return isinstance(hole, sql.Guard) and hole.column is not None


def _some_branch_is_open(level: Level) -> bool:
    """Whether a CASE or IF around a guard has a branch that holds without it."""
    below: exp.Expr = level.condition
    for part in level.around:
        if isinstance(part, exp.If) and below.arg_key in ("true", "false"):
            other = part.args.get("false" if below.arg_key == "true" else "true")
            if not isinstance(part.parent, exp.Case) and other is not None and not never(other):
                return True
        if isinstance(part, exp.Case) and _other_branches(part, below, level):
            return True
        below = part
    return False


def _other_branches(case: exp.Case, below: exp.Expr, level: Level) -> bool:
    """Whether some branch of a CASE, other than the one with the guard in it, may hold."""
    branches = [branch.args.get("true") for branch in case.args["ifs"]] + [case.args.get("default")]
    inside = (level.condition, *level.around)
    mine = [branch for branch in branches if any(branch is one for one in inside)]
    if not mine and below.arg_key == "ifs":  # the guard stands in a WHEN
        mine = [below.args.get("true")]
    return any(branch is not None and not never(branch) and branch not in mine for branch in branches)
