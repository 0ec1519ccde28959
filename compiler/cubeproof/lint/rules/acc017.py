"""Why

The configuration says which claim a tenant column is compared with. A guard that compares it with another claim shows the rows
of another tenant, or of none. Without a configuration, what most cubes of the model do counts, and the finding is a warning.
A column that
says which person it was, `created_by`, is no group's, `company`.

Bad

    tenant-columns = {tenant_id = "tenant"}    # the configuration
    ${SECURITY_CONTEXT.userId.requiredFilter('tenant_id')}

Good

    ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}

False positives

A column of the same name with another meaning.
"""

from collections import Counter
from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import columns_of, is_of_another_kind
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import GuardOf, Study

RULE = Rule(
    "ACC017", "a guard that compares a column with another claim than elsewhere", "error", sound=False
)
_KEYS = ("id", "uuid", "key")


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard on a tenant column by a claim that is not its own, and each by such a claim on another column."""
    declared = {column.lower(): claim for column, claim in study.declared.tenant_columns.items()}
    usual = _usual(study)
    for guard in study.guards:
        if is_of_another_kind(guard.column, guard.atom.claim) and guard.column not in declared:
            yield RULE.at(
                guard.atom.span,
                f"`{guard.column}` says which person it was, and claim `{guard.atom.claim}` which group the caller is of",
                cube=guard.cube,
                help="compare the claim with the column of the group",
                severity="warning",
            )
            continue
        claim = declared.get(guard.column, usual.get(guard.column))
        if claim is not None and claim != guard.atom.claim and not _has(study, guard, guard.column, claim):
            is_declared = guard.column in declared
            yield RULE.at(
                guard.atom.span,
                f"`{guard.column}` is compared with claim `{guard.atom.claim}`, and {_where(is_declared)} with `{claim}`",
                cube=guard.cube,
                help=f"compare it with `{claim}`",
                severity=None if is_declared else "warning",
            )
            continue
        bound = {**{c: col for col, c in usual.items()}, **{c: col for col, c in declared.items()}}
        column = bound.get(guard.atom.claim)
        shown = columns_of(study.model.cubes[guard.cube])
        is_there = column in shown or any(g.table == guard.table and g.column == column for g in study.guards)
        if column is None or column == guard.column or _has(study, guard, column, guard.atom.claim):
            continue
        if is_there:
            yield RULE.at(
                guard.atom.span,
                f"claim `{guard.atom.claim}` is compared with `{guard.column}`, and {_where(column in declared)} with `{column}`",
                cube=guard.cube,
                help=f"compare it with `{column}`, which `{guard.cube}` has",
                severity="warning",
            )


def _usual(study: Study) -> dict[str, str]:
    """Column → claim, where at least two cubes agree and no more than one does not."""
    counted = Counter({(g.column, g.atom.claim, g.cube): 1 for g in study.guards if g.column not in _KEYS})
    pairs = Counter((column, claim) for column, claim, _ in counted)
    found: dict[str, str] = {}
    for (column, claim), number in pairs.most_common():
        others = sum(n for (c, other), n in pairs.items() if c == column and other != claim)
        if number >= 2 and others <= 1 and number > others:
            found.setdefault(column, claim)
    return found


def _where(is_declared: bool) -> str:
    return "the configuration binds it" if is_declared else "elsewhere in the model"


def _has(study: Study, guard: GuardOf, column: str, claim: str) -> bool:
    alike = (guard.cube, guard.table, column, claim)
    return any((g.cube, g.table, g.column, g.atom.claim) == alike for g in study.guards)
