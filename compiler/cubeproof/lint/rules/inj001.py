"""Why

`unsafeValue()` splices a claim's text into the SQL. Whoever decides about a claim, such as a name in a profile, writes SQL.

Bad

    WHERE user_id = ${SECURITY_CONTEXT.id.unsafeValue()}

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

A condition on the value, `${SECURITY_CONTEXT.role.unsafeValue() === 'admin' ? … : …}`, splices nothing and is no finding.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import MARK

RULE = Rule("INJ001", "`unsafeValue()` in SQL", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim whose text becomes text of the SQL."""
    for piece in study.pieces:
        for way in study.ways(piece.template):
            for number, atom in enumerate(way.atoms):
                if atom.form == "unsafeValue" and f"{MARK}_{number}" in way.text:
                    yield RULE.at(
                        atom.span,
                        f"`unsafeValue()` splices claim `{atom.claim}` into {piece.what} as text",
                        cube=piece.cube.name,
                        help="use `requiredFilter`, whose value is a parameter",
                    )
