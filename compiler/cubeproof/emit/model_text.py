"""The SQL of a model by itself, before any query: what no statement of an engine could hold.

The same checks stand in the way of each statement; here they run over all cubes and members, those that no query reads
among them. What is only text for some caller is left to that caller's statement.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.emit import readonly, scan
from cubeproof.emit.expressions import Writer
from cubeproof.emit.registry import Dialect
from cubeproof.lower import ir, sql
from cubeproof.lower.checks import texts_of
from cubeproof.plan import nodes

_HOLE: Final = "cubeproof_value"
_PLAIN: Final = re.compile(r"(?:[\w .,=<>+*|%!\n]|-(?!-)|/(?!\*))*")
"""Text that no lexer trips over: no quote, no bracket, no comment."""
_APART: Final = re.compile(r"[\\`#]")
"""What engines that are not known here read differently: an escape, a quote, a comment."""


def problems(model: ir.Model, dialects: Callable[[ir.Cube], Sequence[Dialect]]) -> tuple[Diagnostic, ...]:
    """What is wrong with the SQL of the model in each of the dialects that a cube may be read in, at its place, once."""
    found: list[Diagnostic] = []
    seen: set[tuple[str, int]] = set()
    for cube in model.cubes.values():
        for subject, template, is_query in _templates(cube):
            place = (template.span.source.path, template.span.start)
            text = None if place in seen else _text(template)
            seen.add(place)
            if text is None or (not is_query and _PLAIN.fullmatch(text)):
                continue
            first, *more = dialects(cube)
            if more and _APART.search(text):
                continue
            problem = _problem(first, cube, subject, text, template, is_query=is_query)
            if problem is not None and all(
                _problem(other, cube, subject, text, template, is_query=is_query) for other in more
            ):
                found.append(problem)
    return tuple(found)


def rows(writer: Writer, cube: str, relation: nodes.Sql, *, is_table: bool) -> str:
    """The SQL that makes a cube's rows: a table's name, or one query that only reads. What is more is reported."""
    text = writer.sql(relation)
    outer, writer.place = writer.place, relation.span or writer.place
    if is_table and scan.level(text, writer.lexis) < scan.ATOM:
        message = f"the table of cube `{cube}` is more than a table's name"
        writer.report("E508", message, "write the SELECT under `sql`")
    written = None if is_table else readonly.writes(text, writer.lexis)
    if written is not None:
        message = f"the SQL of cube `{cube}` is no query: it has `{written}`"
        writer.report("E509", message, "write one SELECT; a model changes nothing")
    writer.place = outer
    return text


def _templates(cube: ir.Cube) -> Iterator[tuple[str, sql.Sql, bool]]:
    """What it is, its SQL, and whether that makes the cube's rows."""
    yield f"cube `{cube.name}`", cube.table, True
    for members in (cube.measures, cube.dimensions, cube.segments):
        for member in members.values():
            subject = f"`{cube.name}.{member.name}`"
            yield from ((subject, text, False) for text in texts_of(member))
            if isinstance(member, ir.Measure | ir.Dimension) and isinstance(member.mask, sql.Sql):
                yield subject, member.mask, False
    for join in cube.joins:
        yield f"the join to `{join.target}`", join.sql, False


def _text(template: sql.Sql) -> str | None:
    """The text with names for its holes; None where a caller or a query decides about more than a value."""
    parts = template.parts
    if any(
        isinstance(p, sql.Choice | sql.PerCaller) or (isinstance(p, sql.ClaimText) and p.unsafe)
        for p in parts
    ):
        return None
    return "".join(part if isinstance(part, str) else _HOLE for part in parts)


def _problem(
    dialect: Dialect, cube: ir.Cube, subject: str, text: str, template: sql.Sql, *, is_query: bool
) -> Diagnostic | None:
    writer = Writer(dialect, lambda _: "")
    writer.subject, writer.cube = subject, cube.name
    written = nodes.Sql(parts=(text,), span=template.span)
    if is_query:
        rows(writer, cube.name, written, is_table=cube.is_table)
    else:
        writer.sql(written)
    return writer.diagnostics[0] if writer.diagnostics else None
