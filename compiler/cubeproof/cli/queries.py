"""From `-q` to statements: every query, range and dialect asked for. Prints nothing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click
import msgspec

from cubeproof.cli import inputs
from cubeproof.cli.settings import Settings, known_dialects
from cubeproof.diagnostics import CompileError, Diagnostic, has_errors
from cubeproof.request.query import Condition, Group, Query, Request

if TYPE_CHECKING:
    from cubeproof.bind import Statement
    from cubeproof.pipeline import Compiled
    from cubeproof.request.context import SecurityContext


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One statement's worth of asking, and its place among the others."""

    request: Request
    query_index: int
    dialect: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it: a statement, or none; the diagnostics say why."""

    asked: Asked
    statement: "Statement | None"
    diagnostics: tuple[Diagnostic, ...]


def requests(settings: Settings) -> tuple[Request, ...]:
    """The requests of `-q`; raises `CompileError` if anything is wrong with one."""
    given: str | None = settings.given.get("query")
    if given is None:
        raise click.UsageError("Missing option '-q' / '--query'")
    return read(inputs.json_text(given, "-q"), settings)


def read(query: object, settings: Settings) -> tuple[Request, ...]:
    """The requests of a query, as JSON text or decoded; raises `CompileError` if anything is wrong with one."""
    from cubeproof.request.read import read_queries

    found = read_queries(query, now=settings.now, limit=settings.configuration.limit)
    if has_errors(found.diagnostics):
        raise CompileError(found.diagnostics)
    return found.value


def answers(
    settings: Settings, compiled: "Compiled", requests: tuple[Request, ...], context: "SecurityContext"
) -> Iterator[Answer]:
    """Compile each request for each dialect, in order."""
    from cubeproof.pipeline import compile_request

    for asked in all_asked(settings, compiled, requests):
        made = compile_request(
            compiled,
            asked.request,
            context,
            dialect=asked.dialect,
            semantics=settings.semantics,
            aliases=settings.aliases,
            groups_claim=settings.configuration.groups_claim,
            respect_visibility=settings.respect_visibility,
        )
        yield Answer(asked=asked, statement=made.value, diagnostics=made.diagnostics)


def all_asked(settings: Settings, compiled: "Compiled", requests: tuple[Request, ...]) -> Iterator[Asked]:
    """Every request with every dialect; a query of several ranges is one query with several requests."""
    index = -1
    for request in requests:
        index += request.range_index in (None, 0) and not request.query.total
        for dialect in _dialects(settings, compiled, request):
            yield Asked(request=request, query_index=index, dialect=dialect)


def place(asked: Asked) -> dict[str, Any]:
    """Which of several statements this is, as answers in JSON say it."""
    found = {"query_index": asked.query_index, "range_index": asked.request.range_index}
    return found | {"total": True} if asked.request.query.total else found


def _dialects(settings: Settings, compiled: "Compiled", request: Request) -> tuple[str, ...]:
    """The dialects of `-d`; else that of the data source which the query's cubes belong to; else the configured one."""
    sources = settings.configuration.data_sources
    if settings.given.get("dialects") or not sources:
        return settings.dialects
    cubes = (compiled.model.cubes.get(member.partition(".")[0]) for member in _members(request.query))
    found = known_dialects(
        tuple(sources[c.data_source] for c in cubes if c is not None and c.data_source in sources)
    )
    if len(found) > 1:
        names = ", ".join(f"`{name}`" for name in found)
        advice = "ask for the cubes of one data source at a time, or choose with `-d`"
        problem = f"the query's cubes are in data sources of different dialects: {names}"
        raise CompileError([Diagnostic(code="E632", message=problem, help=advice)])
    return found or settings.dialects


def _members(query: Query) -> Iterator[str]:
    yield from query.measures
    yield from query.dimensions
    yield from query.segments
    yield from (time.member for time in query.time_dimensions)
    yield from (order.member for order in query.order or ())
    waiting = list(query.filters)
    while waiting:
        match waiting.pop():
            case Group(filters=filters):
                waiting += filters
            case Condition(member=member):
                yield member
