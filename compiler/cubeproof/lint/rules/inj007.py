"""Why

`${…}` means something in backticks only. In a plain string it is text, which the database gets as it is: the value that was
meant is not there, and the condition is not the one that was meant.

Bad

    ${SECURITY_CONTEXT.id.filter((v) => 'user_id = ${v}')}

Good

    ${SECURITY_CONTEXT.id.filter((v) => `user_id = ${v}`)}

False positives

A literal `${` that the database is meant to see, such as a template of its own.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import called
from cubeproof.lower import sql

RULE = Rule("INJ007", "`${…}` in a plain string", "error", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each text of a template or of a callback that still has `${` in it."""
    for piece in study.pieces:
        if any("${" in text for text in sql.texts(piece.template)):
            yield RULE.at(
                piece.template.span,
                f"{piece.what} has a literal `${{…}}` in it",
                cube=piece.cube.name,
                help="write the string in backticks",
            )
        for hole in sql.walk(piece.template):
            if isinstance(hole, sql.Guard) and hole.callback is not None:
                said = called(hole, "string") or called(hole, ("string", "string"))
                if said is not None and any("${" in text for text in sql.texts(said)):
                    yield RULE.at(
                        hole.span,
                        f"the callback of the guard on claim `{'.'.join(hole.path)}` gives a plain string with `${{…}}` in it",
                        cube=piece.cube.name,
                        help="write the string in backticks",
                    )
