"""Why

A comment that runs to the end of a cube's SQL takes with it what Cube writes behind: the closing bracket, and with it the
conditions of the query and of access policies. So does what stands behind a `;`.

Bad

    sql: `SELECT * FROM orders -- all of them`
    sql: `SELECT * FROM orders;`

Good

    sql: `SELECT * FROM orders /* all of them */`

False positives

None known.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower.scan import ends_in_comment, semicolon

RULE = Rule("INJ009", "a comment or `;` that swallows what follows", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each SQL that ends inside a comment, or has a `;` outside of quotes."""
    for piece in study.pieces:
        for way in study.ways(piece.template):
            if ends_in_comment(way.text):
                problem = "ends inside a comment, which swallows what follows"
            elif semicolon(way.text):
                problem = "has a `;` in it, which ends the statement"
            else:
                continue
            yield RULE.at(
                piece.template.span,
                f"{piece.what} {problem}",
                cube=piece.cube.name,
                help="write the comment as `/* … */`, or take it away",
            )
            break
