"""What a statement reads without a guard: whole cubes, then the tables that a model's text names beside them.

Knows which texts a statement was made of; what they read is found in `tables`, which is imported where one may read any.
"""

import re
from collections.abc import Iterator
from typing import Final

from cubeproof.bind import Statement
from cubeproof.lower import ir, sql

_READS: Final = re.compile(r"\b(?:from|join|table)\b", re.IGNORECASE)


def unguarded(model: ir.Model, statement: Statement) -> tuple[tuple[str, str], ...]:
    """Cube and table, each once; a cube or member whose SQL is not understood stands there with all of its text."""
    found = dict.fromkeys(statement.unguarded)
    for cube, template, is_query in _texts(model, statement):
        if is_query or any(map(_READS.search, sql.texts(template))):
            from cubeproof.audit import reading, tables

            text = reading.with_atoms(template)
            read = text if is_query else f"SELECT {text}"
            restricted = is_query and any(
                g.cube == cube and g.effect == "restricts" for g in statement.guards
            )
            tables_read = tables.tables(text, read, statement.dialect, guarded=restricted)
            found.update(((cube, table), None) for table in tables_read)
    return tuple(found)


def _texts(model: ir.Model, statement: Statement) -> Iterator[tuple[str, sql.Sql, bool]]:
    """Cube, template, and whether this is a query: of cubes with guards, of the members that are read, of joins."""
    whole = {cube for cube, _ in statement.unguarded}
    for name in dict.fromkeys(scan.cube for scan in statement.uses.scans):
        cube = model.cubes[name]
        if name not in whole and not cube.is_table:
            yield name, cube.table, True
    for full in statement.uses.members:
        name, _, member = full.partition(".")
        yield from ((name, template, False) for template in sql.templates(model.cubes[name].member(member)))
    for join in statement.uses.joins:
        yield join.source, join.sql, False
