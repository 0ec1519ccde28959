"""What stands in the parentheses of `.filter(…)`: a column, or a function that writes the SQL.

A callback is called when a statement is written, with placeholders of the kinds that the caller's claim has. Here it is
tried once for one value and once for a list, so that what is wrong with it is known before anybody asks.
"""

from collections.abc import Callable
from typing import Final

from cubeproof.diagnostics import CompileError, Diagnostic, has_errors
from cubeproof.evaluate.values import Function, NeedsCaller, Refusal, Rope, Value
from cubeproof.lower import sql
from cubeproof.lower.names import Names
from cubeproof.parse import ast
from cubeproof.source import Span

_GUARD_FORMS: Final[tuple[tuple[sql.Argument, ...], ...]] = (("string",), (("string", "string"),))
_MOST: Final = 6
"""FILTER_PARAMS gives a callback as many arguments as the filter has values; so many are tried."""


def column_or_callback(
    names: Names, what: str, arguments: list[Value], span: Span, *, several: bool = False
) -> tuple[sql.Sql | None, sql.Callback | None]:
    """The column or the callback that a guard or FILTER_PARAMS was given; exactly one of them is there."""
    from cubeproof.lower.symbols import MemberSymbol, Unknown
    from cubeproof.lower.templates import check_places
    from cubeproof.lower.texts import described, sql_of

    if len(arguments) != 1:
        raise Refusal(
            f"`{what}` takes one argument, a column or a function", span, code="E259",
            help="write `.filter('column')` or `` .filter((v) => `column IN (${v})`) ``",
        )  # fmt: skip
    given = arguments[0]
    match given:
        case str() | Rope() | MemberSymbol() | Unknown():
            column = sql_of(given, span)
            if not column.parts or (len(column.parts) == 1 and str(column.parts[0]).isspace()):
                raise Refusal(f"`{what}` names no column: its text is empty", span, code="E259")
            check_places(column, names)
            return column, None
        case Function():
            return None, _callback(names, given, span, several=several)
        case _:
            message = f"`{what}` takes a column or a function, not {described(given)}"
            raise Refusal(message, span, code="E259")


def _callback(names: Names, function: Value, span: Span, *, several: bool) -> sql.Callback:
    """The callback, tried with each form of argument: it is at fault if it fails for all of them."""
    from cubeproof.lower.templates import called

    results: dict[tuple[sql.Argument, ...], sql.Sql] = {}

    def written(arguments: tuple[sql.Argument, ...]) -> sql.Sql:
        if arguments not in results:
            results[arguments] = called(names, function, arguments, span)
        return results[arguments]

    forms = _forms(function) if several else _GUARD_FORMS
    failures: list[Refusal] = []
    for arguments in forms:
        try:
            written(arguments)
        except Refusal as refusal:
            failures.append(refusal)
    if len(failures) == len(forms):
        raise failures[0]
    return sql.Callback(sql=_compiling(written, names, span), needs=_needs(function), span=span)


def _needs(function: Value) -> int:
    """How many parameters would be undefined without an argument."""
    parameters = function.node.parameters if isinstance(function, Function) else ()
    return sum(not isinstance(parameter, ast.Rest | ast.Default) for parameter in parameters)


def _forms(function: Value) -> tuple[tuple[sql.Argument, ...], ...]:
    """One value, two, and as many as the function has parameters."""
    count = 1
    if isinstance(function, Function):
        count = sum(not isinstance(parameter, ast.Rest) for parameter in function.node.parameters)
    counts = dict.fromkeys((min(max(count, 1), _MOST), 1, 2))
    one: sql.Kind = "string"
    return tuple((one,) * count for count in counts)


def _compiling(
    written: Callable[[tuple[sql.Argument, ...]], sql.Sql], names: Names, span: Span
) -> Callable[[tuple[sql.Argument, ...]], sql.Sql]:
    """The same with errors as whoever writes a statement expects them.

    INVARIANT: a branch that was never tried may meet an unknown member. That is reported, not raised, so the report is
    asked whether it was told of an error; a result found on the way is never handed out.
    """
    failed: dict[tuple[sql.Argument, ...], tuple[Diagnostic, ...]] = {}

    def compiled(arguments: tuple[sql.Argument, ...]) -> sql.Sql:
        if arguments in failed:
            raise CompileError(failed[arguments])
        with names.report.listening() as heard:
            try:
                found = written(arguments)
            except Refusal as refusal:
                heard.extend(() if refusal.reported else (refusal.diagnostic(names.cube.name),))
                raise CompileError(heard) from None
            except NeedsCaller:
                message = "this callback needs a claim's value for some forms of its argument only"
                raise CompileError((Diagnostic(code="E262", message=message, span=span),)) from None
        if has_errors(heard):
            failed[arguments] = tuple(heard)
            raise CompileError(heard)
        return found

    return compiled
