"""Why

LIKE takes `%` and `_` in a claim for a pattern, a regular expression takes much more: a claim `%` sees everything, and a claim
`1` sees what belongs to 10 and 21.

Bad

    WHERE email LIKE ${SECURITY_CONTEXT.email}

Good

    WHERE ${SECURITY_CONTEXT.email.requiredFilter('email')} AND name LIKE 'A%'

False positives

Paths of a tree, such as `'/eu/de/%'`, in claims that only the project itself writes.
"""

from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC020", "a claim as a pattern", "warning", sound=True)


_OPERATORS: Final = ("contains", "startswith", "endswith")


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim in LIKE, ILIKE, a regular expression, or a search inside of a text; and in such filters of policies."""
    for shown, filter_ in study.policy_filters:
        if filter_.operator.lower().replace("_", "") in _OPERATORS:
            yield RULE.at(
                filter_.span,
                f"the policy of `{shown.name}` takes any text for a match in which a claim is found",
                cube=shown.name,
                help="use the operator `equals`",
            )
    for reading in study.with_claims:
        for spot in reading.spots:
            search = spot.node.find_ancestor(exp.StrPosition, exp.Contains, exp.StartsWith)
            if places.is_pattern(spot.condition) or search is not None:
                atom = reading.atom(spot)
                yield RULE.at(
                    atom.span,
                    f"claim `{atom.claim}` is used as a pattern: one that holds `%` or `_`, or is short, matches rows of others",
                    cube=reading.cube.name,
                    help="compare with `=`, or `IN` for a list",
                )
