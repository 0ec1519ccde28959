"""Why

A callback that ignores its argument says the same for every caller: it is no guard. One with a branch that is constant opens
for whoever gets there, such as a caller with an empty list.

Bad

    ${SECURITY_CONTEXT.id.filter(() => `1 = 1`)}
    ${SECURITY_CONTEXT.ids.filter((ids) => ids.length ? `user_id IN (${ids})` : `1 = 1`)}

Good

    ${SECURITY_CONTEXT.ids.filter((ids) => ids.length ? `user_id IN (${ids})` : `1 = 0`)}

False positives

None where the constant is false: that is no finding.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lint.writing import called
from cubeproof.lower import sql

RULE = Rule("INJ006", "a callback that ignores its argument, or opens in some branch", "error", sound=True)
_ARGUMENTS: tuple[sql.Argument, ...] = (
    "string",
    "number",
    "boolean",
    "null",
    ("string", "string"),
    ("number",),
    ("string",) * 3,
    ("string",) * 12,
    ("string",) * 120,
    (),
)
_FALSE = ("false", "1=0", "0=1", "1=2", "0", "1<>1", "1!=1")


def check(study: Study) -> Iterator[Diagnostic]:
    """Each callback that gives SQL without its argument in it."""
    for piece in study.pieces:
        for hole in sql.walk(piece.template):
            if not isinstance(hole, sql.Guard) or hole.callback is None:
                continue
            claim = ".".join(hole.path)
            said = [(argument, each) for argument in _ARGUMENTS for each in _outcomes(called(hole, argument))]
            constant = [(argument, each) for argument, each in said if not _uses(each)]
            values = [argument for argument, _ in constant if argument != ()]
            if said and len(constant) == len(said):
                problem = "ignores its argument: it says the same for every caller"
            elif values and any(not _is_false(each) for argument, each in constant if argument != ()):
                problem = "has a branch that does not ask for the claim"
            elif any(_opens(each) for argument, each in constant if argument == ()):
                problem = "opens for an empty list"
            else:
                continue
            yield RULE.at(
                hole.span,
                f"the callback of the guard on claim `{claim}` {problem}",
                cube=piece.cube.name,
                help="compare a column with the argument in every branch, and let the others be `1 = 0`",
            )


def _outcomes(said: sql.Sql | None) -> list[sql.Sql]:
    """What a callback says, in each outcome of its conditions."""
    if said is None:
        return []
    if len(said.parts) == 1 and isinstance(said.parts[0], sql.Choice):
        return [*_outcomes(said.parts[0].then), *_outcomes(said.parts[0].otherwise)]
    return [said]


def _uses(said: sql.Sql) -> bool:
    return any(
        isinstance(hole, sql.Placeholder | sql.Guard | sql.ClaimText | sql.SqlOf | sql.PerCaller)
        for hole in sql.walk(said)
    )


def _text(said: sql.Sql) -> str:
    return (
        "".join("".join(part.split()) if isinstance(part, str) else "?" for part in said.parts)
        .lower()
        .strip("()")
    )


def _is_false(said: sql.Sql) -> bool:
    return _text(said) in _FALSE


def _opens(said: sql.Sql) -> bool:
    return _text(said) in ("true", "1=1", "1") or sql.is_empty(said)
