"""Why

A claim that becomes part of a name, a schema or a table, chooses what is read. No parameter can stand there, so the value must
be one of a list that the model knows.

Bad

    SELECT * FROM ${SECURITY_CONTEXT.schema.unsafeValue()}.orders

Good

    SELECT * FROM ${SECURITY_CONTEXT.region.unsafeValue() === 'eu' ? 'eu.orders' : 'us.orders'}

False positives

A claim that only the project itself writes: ignore the finding with that reason.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import MARK

RULE = Rule("INJ002", "`unsafeValue()` as a name", "error", sound=True)
_NAME: Final = re.compile(
    rf"(?:\b(?:from|join|order\s+by|group\s+by)\s+[`\"\[]?|[\w\"`\]]\s*\.\s*[`\"\[]?|\w|[`\"\[]){MARK}_(\d+)|{MARK}_(\d+)[`\"\]]?(?:\s*\.|[A-Za-z_])",
    re.IGNORECASE,
)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim that stands where a name stands."""
    for piece in study.pieces:
        for way in study.ways(piece.template):
            for found in _NAME.finditer(way.text):
                atom = way.atoms[int(found[1] or found[2])]
                if atom.form == "unsafeValue":
                    yield RULE.at(
                        atom.span,
                        f"claim `{atom.claim}` becomes part of a name in {piece.what}: it chooses what is read",
                        cube=piece.cube.name,
                        help="compare it with the names that are allowed, and write those",
                    )
