"""Why

A guard restricts the rows of its own cube. A cube joined to it is also asked for alone, and a part of a guarded whole, such as
the lines of an order, shows then the parts of everybody. So does a cube whose SQL reads the guarded table beside its own.
So does one of persons, where a
guarded cube shows how to reach them or who they are.

Bad

    Orders, guarded, hasMany LineItems; LineItems has no guard

Good

    LineItems is guarded by a column of its own, or by the orders that the caller may see

False positives

Parts that tell nothing. A cube that others belong to, such as a catalogue, is no finding; name others under `public-cubes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.lint import places
from cubeproof.lint.columns import columns_of, is_personal
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir, sql

RULE = Rule("JOI001", "an unguarded cube beside a guarded one", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each unguarded part of a guarded whole, and each cube that joins a guarded table in its SQL."""
    for cube in study.model.cubes.values():
        if study.is_guarded(cube) or study.is_public(cube) or cube.policies is not None:
            continue
        whole = _whole(study, cube)
        if whole is not None:
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` has no guard, and its rows are parts of `{whole.name}`, which has one",
                cube=cube.name,
                help=f"guard it by the rows of `{whole.name}`, or name it under `public-cubes`",
                related=(Related(f"the join with `{whole.name}`", _join(study, cube, whole).span),),
            )
        shower = _shower(study, cube) if whole is None else None
        if shower is not None:
            yield RULE.at(
                cube.span,
                f"cube `{cube.name}` has no guard and answers alone, and `{shower}` shows a person's column of it",
                cube=cube.name,
                help="guard it by the rows of that cube, or name it under `public-cubes`",
            )
    for reading in study.queries:
        for table in study.open_tables(reading):
            guards = study.guarded_tables.get(places.table_key(table), [])
            if not isinstance(table.parent, places.exp.Join) or not guards or reading.restricting:
                continue
            if study.is_public(reading.cube) or guards[0].cube == reading.cube.name:
                continue
            yield RULE.at(
                reading.piece.template.span,
                f"{reading.piece.what} joins `{table.name}` unguarded, which cube `{guards[0].cube}` guards",
                cube=reading.cube.name,
                help=f"read `${{{guards[0].cube}.sql()}}` in its place, or guard it here too",
            )


def _shower(study: Study, cube: ir.Cube) -> str | None:
    """The dimension of a guarded cube that shows a person's column of an unguarded one that it joins."""
    personal = {dimension.name for column, dimension in columns_of(cube).items() if is_personal(column)}
    for piece in study.pieces if personal and cube.public else ():
        if not isinstance(piece.member, ir.Dimension) or not study.atoms(piece.cube):
            continue
        for hole in sql.walk(piece.template):
            if (
                isinstance(hole, sql.MemberRef)
                and hole.path[-2:-1] == (cube.name,)
                and hole.path[-1] in personal
            ):
                return f"{piece.cube.name}.{piece.member.name}"
    return None


def _whole(study: Study, cube: ir.Cube) -> ir.Cube | None:
    """The guarded cube that a cube's rows are parts of, by a join on either side."""
    for join in cube.joins:
        other = study.model.cubes.get(join.target)
        if join.relationship == "many_to_one" and other is not None and _counts(study, other, cube):
            return other
    for other in study.model.cubes.values():
        for join in other.joins:
            if (
                join.target == cube.name
                and join.relationship == "one_to_many"
                and _counts(study, other, cube)
            ):
                return other
    return None


def _counts(study: Study, other: ir.Cube, cube: ir.Cube) -> bool:
    return (
        other is not cube and bool(study.atoms(other)) and study.main_table(other) != study.main_table(cube)
    )


def _join(study: Study, cube: ir.Cube, whole: ir.Cube) -> ir.Join:
    joins = [join for join in cube.joins if join.target == whole.name]
    return (joins or [join for join in whole.joins if join.target == cube.name])[0]
