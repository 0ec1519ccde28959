"""Why

A policy for `*` holds for every caller. Without `rowLevel` it shows them all rows, whatever other policies say.

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
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("EXT009", "a policy for everybody without `rowLevel`", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each policy that shows all rows to all callers."""
    for shown in study.cubes_and_views:
        guarded = shown.name in study.model.cubes and bool(study.atoms(study.model.cubes[shown.name]))
        for policy in shown.policies or ():
            if policy.rows is None and not policy.conditions and (not policy.groups or "*" in policy.groups):
                if guarded or shown.name in study.declared.public_cubes:
                    continue
                yield RULE.at(
                    policy.span,
                    f"the policy for everybody shows all rows of `{shown.name}`: it has no `rowLevel` filter",
                    cube=shown.name,
                    help="give it `rowLevel` with filters by a claim",
                )
