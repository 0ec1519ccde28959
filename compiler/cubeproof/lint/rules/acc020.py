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

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC020", "a claim as a pattern", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim in LIKE, ILIKE, a regular expression, or a search inside of a text."""
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
