"""SQL as a model writes it: text with typed holes. Nothing here depends on a caller, a query or a dialect."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias, Union

import msgspec

from cubeproof.evaluate.values import Hole, Test
from cubeproof.source import Span

# Holes: the typed parts. `span` is the place of the `${`.


class CubeRef(Hole):
    """`${CUBE}`, `${TABLE}`, `${Orders}`: the alias of a cube in the statement. `path` holds cube names, the last counts."""

    path: tuple[str, ...]


class MemberRef(Hole):
    """`${CUBE.total}`, `${status}`, `${Users.city}`, `${createdAt.month}`: the SQL of a member."""

    path: tuple[str, ...]
    """Cube names and the member's name: `("Orders", "total")`, `("Orders", "Users", "city")`."""
    granularity: str | None = None


class SqlOf(Hole):
    """`${Users.sql()}`: another cube's table, with the guards of that cube."""

    cube: str


class Placeholder(Hole):
    """The argument of a callback of a guard or of FILTER_PARAMS: `index` counts its arguments or list elements."""

    index: int


class Guard(Hole):
    """`${USER_CONTEXT.id.filter('user_id')}`, `.requiredFilter`, a callback in place of the column."""

    path: tuple[str, ...]
    column: "Sql | None"
    callback: "Callback | None"
    required: bool


class ClaimText(Hole):
    """`${USER_CONTEXT.id.unsafeValue()}` (`unsafe`: its text), `${SECURITY_CONTEXT.id}` (a parameter)."""

    path: tuple[str, ...]
    unsafe: bool


class FilterParam(Hole):
    """`${FILTER_PARAMS.Orders.status.filter('status')}`: the query's own filters on a member, pushed down."""

    cube: str
    member: str
    column: "Sql | None"
    callback: "Callback | None"


class FilterGroup(Hole):
    """`${FILTER_GROUP(FILTER_PARAMS…, FILTER_PARAMS…)}`: the and/or tree of several members' filters."""

    params: tuple[FilterParam, ...]


class ConvertTz(Hole):
    """`${SQL_UTILS.convertTz(`created_at`)}`: shifted to the query's time zone; a built-in asks for so much later."""

    argument: "Sql"
    later: tuple[tuple[int, str], ...] = ()


class Choice(Hole):
    """A condition that only a caller or a query decides; both outcomes are kept."""

    test: Test
    then: "Sql"
    otherwise: "Sql"


class PerCaller(Hole):
    """A template that needs a claim's value as such (`.map` on `unsafeValue()`): forced for the caller at hand.

    `force(value_of)` gives its SQL, where `value_of(path)` is the claim's JSON value, or anything that is no JSON for
    a claim that is not there; may raise `CompileError`. Which claims are read shows only while it runs.
    """

    force: "Callable[[Callable[[tuple[str, ...]], object]], Sql]"


Gap: TypeAlias = Union[
    CubeRef, MemberRef, SqlOf, Placeholder, Guard, ClaimText, FilterParam, FilterGroup, ConvertTz, Choice, PerCaller
]  # fmt: skip
"""A hole of any kind."""
Part: TypeAlias = str | Gap


class Sql(msgspec.Struct, frozen=True, kw_only=True):
    """A template of a model: text byte for byte, and holes."""

    parts: tuple[Part, ...]
    span: Span


def is_empty(template: Sql) -> bool:
    """Whether a template says nothing at all."""
    return all(isinstance(part, str) and not part.strip() for part in template.parts)


class Callback(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """An arrow function given to `.filter`: SQL for some placeholders.

    `sql(arguments)` calls it. An argument is a `Kind` for one placeholder, or a tuple of kinds for a list of them;
    placeholders are numbered through all arguments. Results are kept. Raises `CompileError` with what is wrong.
    """

    sql: "Callable[[tuple[Argument, ...]], Sql]"
    needs: int
    """How many arguments it must get: its parameters, those with a default and `...rest` left out."""
    span: Span


Kind: TypeAlias = Literal["number", "string", "boolean", "null", "object"]
Argument: TypeAlias = Kind | tuple[Kind, ...]


def walk(template: Sql) -> Iterator[Gap]:
    """Every hole of a template, those inside others and both outcomes of a choice included; callbacks are not called."""
    for part in template.parts:
        if isinstance(part, str):
            continue
        yield part
        match part:
            case Guard() | FilterParam() if part.column is not None:
                yield from walk(part.column)
            case FilterGroup():
                for param in part.params:
                    if param.column is not None:
                        yield from walk(param.column)
            case ConvertTz():
                yield from walk(part.argument)
            case Choice():
                yield from walk(part.then)
                yield from walk(part.otherwise)
            case _:
                pass


def texts(template: Sql) -> Iterator[str]:
    """The text of a template between its holes, that of both outcomes of a choice included."""
    for part in template.parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Choice):
            yield from texts(part.then)
            yield from texts(part.otherwise)


def templates(part: Any) -> Iterator[Sql]:
    """Every template of a member or another part of a model, however deep."""
    if isinstance(part, Sql):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from templates(item)
    elif isinstance(part, msgspec.Struct):
        for field in part.__struct_fields__:
            yield from templates(getattr(part, field))
