"""Why

SQL that cannot be read by the rules is not judged by them. That is no error of the model; it says what was not looked at.

Bad

    SELECT * FROM orders WHERE user_id === ${SECURITY_CONTEXT.id}

Good

    SELECT * FROM orders WHERE user_id = ${SECURITY_CONTEXT.id}

False positives

SQL of an engine that is not known, or a new construct of one that is. Name the engine with `dialect` or `data-sources`.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("ACC000", "SQL that the rules cannot read", "info", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each cube's SQL, and each other SQL with a claim in it, that does not parse."""
    for piece in study.pieces:
        is_own = piece.template is piece.cube.table
        if not is_own and not any(
            isinstance(hole, sql.Guard | sql.ClaimText) for hole in sql.walk(piece.template)
        ):
            continue
        readings = study.read(piece)
        if not sql.is_empty(piece.template) and (
            not readings or any(one.tree is None or not one.written.whole for one in readings)
        ):
            yield RULE.at(
                piece.template.span,
                f"not analysed: {piece.what} is not understood as SQL of `{readings[0].dialect if readings else '?'}`",
                cube=piece.cube.name,
                help="name the engine with `dialect` or `data-sources` in the configuration",
            )
