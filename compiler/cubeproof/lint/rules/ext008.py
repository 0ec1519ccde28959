"""Why

The access policies of a cube add up: whoever is in two groups sees the rows of both, and one policy without `rowLevel`, or for
everybody, opens what the others restrict.

Bad

    accessPolicy: [{ group: `sales`, rowLevel: {…} }, { group: `staff`, rowLevel: { allowAll: true } }]

Good

    accessPolicy: [{ group: `sales`, rowLevel: {…} }, { group: `audit`, rowLevel: {…} }]

False positives

A group that is meant to see everything, such as administrators.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("EXT008", "access policies whose union is wider than each", "info", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each policy that shows all rows beside one that does not."""
    for shown in study.cubes_and_views:
        policies = shown.policies or ()
        restricted = [policy for policy in policies if policy.rows is not None]
        for policy in policies:
            if policy.rows is None and restricted and not _is_everybody(policy.groups):
                groups = ", ".join(policy.groups)
                yield RULE.at(
                    policy.span,
                    f"whoever is also in `{groups}` sees all rows of `{shown.name}`, whatever its other policies say",
                    cube=shown.name,
                    help="give this policy a `rowLevel` too, or make sure that its group is small",
                )


def _is_everybody(groups: tuple[str, ...]) -> bool:
    return not groups or "*" in groups
