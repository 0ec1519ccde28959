"""Why

Where the configuration declares the claims of all tokens, one that it does not know is absent for everybody: a `filter` by it is
open, a `requiredFilter` refuses everybody.

Bad

    claims = {id = {type = "number"}}    # the configuration
    ${SECURITY_CONTEXT.userId.filter('user_id')}

Good

    ${SECURITY_CONTEXT.id.filter('user_id')}

False positives

A claim that was not declared yet: add it.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.diagnostics.nearest import nearest
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("TYP002", "a claim that the configuration does not declare", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim that is not among the declared ones, if there are any."""
    known = [claim.name for claim in study.declared.claims]
    for path, span, cube in study.claims if known else ():
        name = ".".join(path)
        if not any(name == each or name.startswith(f"{each}.") or path[:1] == (each,) for each in known):
            meant = nearest(name, known)
            yield RULE.at(
                span,
                f"claim `{name}` is not declared under `claims`",
                cube=cube.name,
                help=f"did you mean `{meant}`?" if meant else "declare it in the configuration",
            )
