"""Why

The access policies of a cube add up: whoever is in two groups sees the rows of both, and one policy without `rowLevel`, or for
everybody, opens what the others restrict. So does one whose filters ask for no claim: its rows are the same for all callers.

Bad

    accessPolicy: [{ group: `sales`, rowLevel: {…} }, { group: `staff`, rowLevel: { allowAll: true } }]

Good

    accessPolicy: [{ group: `sales`, rowLevel: {…} }, { group: `staff`, rowLevel: {…} }]   // each asks for a claim

False positives

A group that is meant to see everything, such as administrators. Where `allowAll` is written out it is only an `info`.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.pieces import policy_claims
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("EXT008", "access policies whose union is wider than each", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each policy that shows all rows beside one that does not, and each `or` of a claim and something else."""
    for shown in study.cubes_and_views:
        for group in (g for policy in shown.policies or () for g in _open_groups(policy.rows or ())):
            yield RULE.at(
                group.span,
                f"an alternative of this `or` in a policy of `{shown.name}` asks for no claim: its rows are everybody's",
                cube=shown.name,
                help="put it beside the filter by the claim, not in its place",
                severity="warning",
            )
        policies = shown.policies or ()
        restricted = [policy for policy in policies if policy.rows is not None]
        for policy in policies:
            groups = ", ".join(policy.groups)
            if (
                policy.rows is None
                and restricted
                and not (_is_everybody(policy.groups) and not policy.conditions)
            ):
                yield RULE.at(
                    policy.span,
                    f"whoever is also in `{groups}` sees all rows of `{shown.name}`, whatever its other policies say",
                    cube=shown.name,
                    help="give this policy a `rowLevel` too, or write `allowAll: true` if its group is meant to see all",
                    severity="info" if policy.allows_all else None,
                )
            elif policy.rows is not None and not _asks(policy) and any(map(_asks, restricted)):
                yield RULE.at(
                    policy.span,
                    f"whoever is also in `{groups}` sees rows of `{shown.name}` that no claim of theirs is asked for",
                    cube=shown.name,
                    help="add the filter by the claim, which the other policies have",
                )


def _asks(policy: ir.Policy) -> bool:
    """Whether a policy's filters ask for a claim."""
    return any(True for _ in policy_claims(policy.rows or ()))


def _open_groups(rows: tuple[ir.PolicyFilter | ir.PolicyGroup, ...]) -> Iterator[ir.PolicyGroup]:
    """Groups of alternatives of which some ask for a claim and others do not."""
    for row in rows:
        if isinstance(row, ir.PolicyGroup):
            claims = [any(True for _ in policy_claims((arm,))) for arm in row.filters]
            if row.any and any(claims) and not all(claims):
                yield row
            yield from _open_groups(row.filters)


def _is_everybody(groups: tuple[str, ...]) -> bool:
    return not groups or "*" in groups
