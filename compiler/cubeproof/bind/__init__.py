"""Which values does this caller bring? A prepared statement, claims and query values in; a statement out.

The only stage that reads values of claims and filters; it writes no text.
"""

import re
from typing import Final

import msgspec

from cubeproof.diagnostics import Diagnostic, Result
from cubeproof.emit.prepared import Prepared
from cubeproof.plan import nodes
from cubeproof.request.context import SecurityContext, Semantics
from cubeproof.request.dates import instant_of
from cubeproof.request.query import Scalar
from cubeproof.request.zones import to_instant
from cubeproof.source import Span

_NUMBER = re.compile(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*", re.IGNORECASE)
_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


class Guard(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a guard: `params` are its positions in `Statement.params`, from 0."""

    cube: str
    claim: str
    on: str | None
    form: str
    state: str
    params: tuple[int, ...]
    span: Span


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """SQL with placeholders and the values for them; what it selects; which guards stand in it."""

    dialect: str
    semantics: Semantics
    sql: str
    params: tuple[Scalar | None, ...]
    columns: tuple[nodes.Output, ...]
    guards: tuple[Guard, ...]
    unguarded: tuple[tuple[str, str], ...]
    """Cube and table of each scan without any guard."""
    uses: nodes.Uses
    """The scans, members and joins of the statement."""
    diagnostics: tuple[Diagnostic, ...]
    prepared: Prepared

    def inline(self) -> str:
        """The statement with values in place of placeholders: for reading, not for running."""
        from cubeproof.emit import inline

        return inline(self.prepared, self.params)


def bind(
    prepared: Prepared,
    context: SecurityContext,
    values: tuple[Scalar, ...],
    *,
    semantics: Semantics,
    diagnostics: tuple[Diagnostic, ...] = (),
) -> Result[Statement | None]:
    """The statement for one caller and one query's values; None where a value does not fit its member."""
    problems: list[Diagnostic] = []
    params = tuple(_bound(param, context, values, problems) for param in prepared.params)
    if problems:
        return Result(None, (*diagnostics, *problems))
    guards = tuple(
        Guard(
            cube=guard.cube,
            claim=guard.claim,
            on=guard.on,
            form=guard.form,
            state=guard.state,
            params=tuple(at for at, param in enumerate(prepared.params) if param.guard == index),
            span=guard.span,
        )
        for index, guard in enumerate(prepared.guards)
    )
    statement = Statement(
        dialect=prepared.dialect,
        semantics=semantics,
        sql=prepared.sql,
        params=params,
        columns=prepared.columns,
        guards=guards,
        unguarded=prepared.unguarded,
        uses=prepared.uses,
        diagnostics=diagnostics,
        prepared=prepared,
    )
    return Result(statement, diagnostics)


def _bound(
    param: nodes.Param, context: SecurityContext, values: tuple[Scalar, ...], problems: list[Diagnostic]
) -> Scalar | None:
    origin = param.origin
    if isinstance(origin, nodes.ClaimOrigin):
        return _claim(origin, param, context, problems)
    if isinstance(origin, nodes.ConstantOrigin):
        return _constant(origin.value, param, problems)
    value = _whole(values[origin.index])
    try:
        return _converted(value, param)
    except ValueError:
        message = f"`{value}` is not a {param.convert}, which the member is"
        problems.append(Diagnostic(code="E365", message=message, path=origin.label))
        return None


def _claim(
    origin: nodes.ClaimOrigin, param: nodes.Param, context: SecurityContext, problems: list[Diagnostic]
) -> Scalar | None:
    found: Scalar | None = context.value(tuple(map(str, origin.path)))
    claim = None if found is None else _whole(found)
    if claim is None or param.convert == "as_is":
        return claim
    try:
        return _converted(claim, param)
    except ValueError:
        name = ".".join(map(str, origin.path))
        message = f"claim `{name}` is not {_NOUNS[param.convert]}, which the member of an access policy is"
        problems.append(Diagnostic(code="E461", message=message))
        return None


def _constant(value: str | float | bool, param: nodes.Param, problems: list[Diagnostic]) -> Scalar | None:
    plain = _whole(value)
    try:
        return _converted(plain, param)
    except ValueError:
        message = f"`{plain}` in a filter of the model is not {_NOUNS[param.convert]}, which the member is"
        problems.append(Diagnostic(code="E461", message=message))
        return None


_NOUNS: Final = {
    **dict.fromkeys(("date_begin", "date_end", "day_begin", "day_end"), "an absolute date"),
    **dict.fromkeys(("number", "number_like"), "a number"),
    "boolean": "a boolean",
}
"""What a value must read as, by its conversion; the others take any."""


def _whole(value: Scalar) -> Scalar:
    """The JSON numbers `42.0` and `4.2e1` are 42, which a column of integers can be compared with."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) <= 2.0**53 else value


def _converted(value: Scalar, param: nodes.Param) -> Scalar:
    """Raises `ValueError` for text that is no number or boolean."""
    match param.convert:
        case "text":
            return _text(value)
        case "like":
            return _text(value).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        case "number":
            return _number(value)
        case "number_like":
            return _number(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else value
        case "boolean":
            return _boolean(value)
        case "local":
            return _text(value)[:23]
        case "date_begin" | "date_end" | "day_begin" | "day_end":
            return instant_of(_text(value), param.zone, param.convert)
        case "from_instant":
            return to_instant(_text(value), param.zone)
        case "to_instant":
            return to_instant(_text(value), param.zone, last=True)
        case _:
            return value


def _text(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _number(value: Scalar) -> int | float:
    if isinstance(value, bool):
        raise ValueError
    if not isinstance(value, str):
        return value
    if not _NUMBER.fullmatch(value):
        raise ValueError
    text = value.strip()
    return int(text) if text.lstrip("+-").isdigit() else float(text)


def _boolean(value: Scalar) -> bool:
    found = _BOOLEANS.get(_text(value).strip().lower())
    if found is None:
        raise ValueError
    return found
