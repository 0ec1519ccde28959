"""Why

Under NOT, in `<>` or in the ELSE of a CASE a guard shows the rows of everybody but the caller, or of everybody.

Bad

    WHERE NOT (${SECURITY_CONTEXT.id.requiredFilter('user_id')})
    WHERE user_id <> ${SECURITY_CONTEXT.id}
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
from cubeproof.lint.conditions import always, doubtful, is_negated, never
from cubeproof.lint.places import Level, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC006", "a guard under NOT, `<>` or CASE", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim that is negated, or that only some branch of a CASE asks for."""
    for reading, spot in doubtful(study):
        atom = reading.atom(spot)
        for level in spot.levels:
            if level.clause not in ("where", "on"):
                continue
            if is_negated(level):
                problem = f"the guard on claim `{atom.claim}` is negated: it shows the rows of everybody else"
            elif _some_branch_is_open(level):
                problem = f"the guard on claim `{atom.claim}` holds in some branches of a CASE only"
            else:
                continue
            yield RULE.at(
                atom.span,
                problem,
                cube=reading.cube.name,
                help="let the guard stand by itself, joined to the rest with AND",
                severity="info" if reading.restricting else None,
            )
            break


def _some_branch_is_open(level: Level) -> bool:
    for at, part in enumerate(level.around):
        if not isinstance(part, exp.Case):
            continue
        inside = level.around[:at]
        default = part.args.get("default")
        branches = [*(branch.args.get("true") for branch in part.args["ifs"]), default]
        chosen = next((one for one in inside if isinstance(one, exp.If)), None)
        below = inside[-1] if inside else level.condition
        if chosen is not None and _stands_in(level, chosen, "this"):
            others = [one for one in branches if one is not None and one is not chosen.args.get("true")]
            return not all(never(one) for one in others) or chosen.args.get("true") is None
        return any(
            one is not None
            and not never(one)
            and one is not below
            and (chosen is None or one is not chosen.args["true"])
            for one in branches
        ) or any(always(one) for one in branches if one is not None)
    return False


def _stands_in(level: Level, branch: exp.Expr, key: str) -> bool:
    at = level.around.index(branch)
    below = level.around[at - 1] if at else level.condition
    return below.arg_key == key
