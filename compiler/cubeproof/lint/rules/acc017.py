"""Why

The configuration says which claim a tenant column is compared with. A guard that compares it with another claim shows the rows
of another tenant, or of none.

Bad

    tenant-columns = {tenant_id = "tenant"}    # the configuration
    ${SECURITY_CONTEXT.userId.requiredFilter('tenant_id')}

Good

    ${SECURITY_CONTEXT.tenant.requiredFilter('tenant_id')}

False positives

A column of the same name with another meaning.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC017", "a guard that compares a column with another claim than declared", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each guard on a tenant column by a claim that is not its own, unless its own guards it too."""
    declared = {column.lower(): claim for column, claim in study.declared.tenant_columns.items()}
    for guard in study.guards:
        claim = declared.get(guard.column)
        if claim is None or claim == guard.atom.claim:
            continue
        if any(
            g.cube == guard.cube and g.column == guard.column and g.atom.claim == claim for g in study.guards
        ):
            continue
        yield RULE.at(
            guard.atom.span,
            f"`{guard.column}` is compared with claim `{guard.atom.claim}`, and the configuration binds it to `{claim}`",
            cube=guard.cube,
            help=f"compare it with `{claim}`",
        )
