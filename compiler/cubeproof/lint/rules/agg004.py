"""Why

The SQL of a `refreshKey` runs for nobody in particular, and its result decides for all when to read anew. Reading a guarded table
there without the guard tells one tenant by the freshness of its data what another one does.

Bad

    refreshKey: { sql: `SELECT max(updated_at) FROM orders` }   // orders is guarded

Good

    refreshKey: { every: `1 hour` }

False positives

A time of the last change that tells nobody anything. Ignore the finding with that reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("AGG004", "a refresh key that reads a guarded table unguarded", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each SQL of a refresh key without a claim that reads a table which some cube guards."""
    keys = {
        id(key.sql)
        for cube in study.model.cubes.values()
        for key in (cube.refresh_key, *(stored.refresh_key for stored in cube.pre_aggregations.values()))
        if key is not None and key.sql is not None
    }
    for piece in study.pieces:
        for reading in study.read(piece)[:1] if id(piece.template) in keys else ():
            if reading.tree is None or reading.spots:
                continue
            for table in places.tables(reading.tree):
                guards = study.guarded_tables.get(places.table_key(table))
                if guards:
                    yield RULE.at(
                        piece.template.span,
                        f"{piece.what} reads `{table.name}` unguarded, which cube `{guards[0].cube}` guards",
                        cube=piece.cube.name,
                        help="refresh by time: `every: `1 hour``",
                    )
                    break
