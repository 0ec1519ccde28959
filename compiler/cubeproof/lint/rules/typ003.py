"""Why

A claim's name with a letter wrong, or in another case, is another claim: one that no token has. A `filter` by it is open to
everybody.

Bad

    ${SECURITY_CONTEXT.tenantId.filter('tenant_id')}    // in five cubes
    ${SECURITY_CONTEXT.tenantID.filter('tenant_id')}    // in one

Good

    the same name everywhere

False positives

Two claims whose names are alike, such as `region1` and `region2`: declare both under `claims`.
"""

from collections import Counter
from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.diagnostics.nearest import distance
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("TYP003", "a claim whose name is almost that of another one", "warning", sound=False)
_SHORT = 4


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim that is one or two letters off a declared one, or one that is used more."""
    declared = {claim.name for claim in study.declared.claims}
    used = Counter(".".join(path) for path, _, _ in study.claims)
    order = list(used)
    for path, span, cube in study.claims:
        name = ".".join(path)
        if name in declared:
            continue
        near = [other for other in (*declared, *used) if other != name and _is_near(name, other)]
        meant = next(
            (other for other in near if other in declared or _comes_first(other, name, used, order)), None
        )
        if meant is not None:
            yield RULE.at(
                span,
                f"claim `{name}` is almost `{meant}`, which is {'declared' if meant in declared else 'used elsewhere'}",
                cube=cube.name,
                help=f"write `{meant}`, or declare `{name}` under `claims`",
            )


def _comes_first(other: str, name: str, used: Counter[str], order: list[str]) -> bool:
    """Whether it is the name that was meant: the one that is used more, or was there first."""
    return (used[other], -order.index(other)) > (used[name], -order.index(name))


def _is_near(name: str, other: str) -> bool:
    folded, others = _folded(name), _folded(other)
    if folded == others:
        return True
    if (
        folded.rstrip("0123456789") == others.rstrip("0123456789")
        or f"{folded}s" == others
        or folded == f"{others}s"
    ):
        return False
    if min(len(folded), len(others)) <= _SHORT or folded[:1] != others[:1]:
        return False
    allowed = 1 if min(len(folded), len(others)) < 8 else 2
    return distance(folded, others, allowed) <= allowed


def _folded(name: str) -> str:
    return name.replace("_", "").replace("-", "").casefold()
