"""Why

A value brings its own quotes, as a parameter. In quotes it is text like any other: a guard there filters nothing, and spliced
text ends the literal with a quote of its own.

Bad

    WHERE user_id = '${SECURITY_CONTEXT.id.unsafeValue()}'

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

None known.
"""

from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import called
from cubeproof.lower import sql
from cubeproof.lower.scan import hidden
from cubeproof.source import Span

RULE = Rule("INJ003", "an interpolation inside of quotes", "error", sound=True)

ARGUMENTS: Final[tuple[sql.Argument, ...]] = ("string", ("string", "string"))


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim, guard, filter or argument of a callback in a string literal."""
    for piece in study.pieces:
        for template, place in _templates(piece.template):
            for part, where in hidden(template.parts):
                if where == "string" and not isinstance(part, str | sql.CubeRef | sql.Choice):
                    yield RULE.at(
                        place or part.span,
                        f"{_what(part)} stands inside of quotes in {piece.what}",
                        cube=piece.cube.name,
                        help="take the quotes away: a value brings its own",
                    )


def _templates(template: sql.Sql) -> Iterator[tuple[sql.Sql, Span | None]]:
    """A template, its alternatives, and what its callbacks say."""
    yield template, None
    for hole in sql.walk(template):
        if isinstance(hole, sql.Choice):
            yield hole.then, None
            yield hole.otherwise, None
        elif isinstance(hole, sql.Guard) and hole.callback is not None:
            for argument in ARGUMENTS:
                said = called(hole, argument)
                if said is not None:
                    yield said, hole.span


def _what(part: sql.Gap) -> str:
    match part:
        case sql.Guard() | sql.ClaimText():
            return f"claim `{'.'.join(part.path)}`"
        case sql.Placeholder():
            return "the argument of a callback"
        case sql.FilterParam():
            return f"`FILTER_PARAMS.{part.cube}.{part.member}`"
        case _:
            return "an interpolation"
