"""Why

`filter`, `requiredFilter` and `unsafeValue` are what a claim can do: a claim of such a name cannot be reached from a model.

Bad

    claims = {filter = {type = "string"}}    # the configuration

Good

    claims = {filter_by = {type = "string"}}

False positives

None known.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("TYP004", "a claim called like a method", "error", sound=True)
_METHODS = ("filter", "requiredFilter", "unsafeValue")


def check(study: Study) -> Iterator[Diagnostic]:
    """Each declared claim of such a name, and each that is used in a policy."""
    spans = [cube.span for cube in study.model.cubes.values()]
    for claim in study.declared.claims:
        if spans and any(step in _METHODS for step in claim.name.split(".")):
            yield RULE.at(
                spans[0],
                f"the claim `{claim.name}` of the configuration is called like a method: no model can reach it",
                help="give the claim another name in the token",
            )
    for path, span, cube in study.claims:
        if any(step in _METHODS for step in path):
            yield RULE.at(
                span,
                f"the claim `{'.'.join(path)}` is called like a method: no guard can reach it",
                cube=cube.name,
                help="give the claim another name in the token",
            )
