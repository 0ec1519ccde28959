"""Why

A policy for `*` holds for every caller. Without `rowLevel` it shows them all rows, whatever other policies say; so
does one whose filters only ask whether a column has a value.

Bad

    accessPolicy: [{ group: `*`, memberLevel: { includes: `*` } }]

Good

    accessPolicy: [{ group: `*`, rowLevel: {
      filters: [{ member: `tenant`, operator: `equals`, values: [securityContext.tenant] }]
    } }]

False positives

A cube that is meant for everybody: name it under `public-cubes`.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.pieces import policy_filters
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir

RULE = Rule("EXT009", "a policy for everybody without `rowLevel`", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each policy that shows all rows to all callers."""
    for shown in study.cubes_and_views:
        guarded = shown.name in study.model.cubes and bool(study.atoms(study.model.cubes[shown.name]))
        for policy in shown.policies or ():
            if policy.rows is None and not policy.conditions and _is_everybody(policy):
                problem = "it has no `rowLevel` filter"
            elif _is_everybody(policy) and _only_asks_for_any(policy.rows or ()):
                problem = "its filters take any value"
            else:
                continue
            if guarded or shown.name in study.declared.public_cubes:
                continue
            yield RULE.at(
                policy.span,
                f"the policy for everybody shows all rows of `{shown.name}`: {problem}",
                cube=shown.name,
                help="give it `rowLevel` with filters by a claim",
            )


def _is_everybody(policy: ir.Policy) -> bool:
    return not policy.groups or "*" in policy.groups


def _only_asks_for_any(rows: tuple[ir.PolicyFilter | ir.PolicyGroup, ...]) -> bool:
    """Whether filters ask for nothing but that there is a value."""
    found = list(policy_filters(rows))
    return bool(found) and all(one.operator in ("set", "notSet", "not_set") for one in found)
