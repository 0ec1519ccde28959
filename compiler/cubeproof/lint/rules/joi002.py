"""Why

Where both sides of a join carry the column that tells tenants apart, and keys are unique within a tenant only, a join by the
key alone brings rows of other tenants together.
That holds for joins of a model, and for those in the SQL of a cube.

Bad

    sql: `${CUBE}.customer_no = ${Customers}.no`

Good

    sql: `${CUBE}.customer_no = ${Customers}.no AND ${CUBE}.tenant_id = ${Customers}.tenant_id`

False positives

Keys that are unique among all tenants. Where both sides are guarded by the column, it is only an `info`.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import columns_of
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir, sql

RULE = Rule("JOI002", "a join that leaves the tenant column out", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each join of two cubes, or of tables in the SQL of one, with a tenant column that does not name it."""
    yield from _in_sql(study)
    for cube in study.model.cubes.values():
        for join in cube.joins:
            target = study.model.cubes.get(join.target)
            if target is None:
                continue
            text = "".join(sql.texts(join.sql)) + " ".join(
                part.path[-1] for part in sql.walk(join.sql) if isinstance(part, sql.MemberRef)
            )
            for column in study.tenant_columns:
                ours, theirs = _guards(study, cube, column), _guards(study, target, column)
                has_both = (ours or column in columns_of(cube)) and (theirs or column in columns_of(target))
                if has_both and column not in text.lower() and _member(cube, column) not in text:
                    yield RULE.at(
                        join.sql.span,
                        f"the join from `{cube.name}` to `{target.name}` does not equate `{column}`, which both have",
                        cube=cube.name,
                        help=f"add `${{CUBE}}.{column} = ${{{target.name}}}.{column}`",
                        severity="info" if ours and theirs else None,
                    )
                    break


def _in_sql(study: Study) -> Iterator[Diagnostic]:
    from cubeproof.lint.beside import meetings

    for reading, table, by, guard in meetings(study) if study.has_sql else ():
        yield RULE.at(
            reading.atom(reading.spots[0]).span,
            f"{reading.piece.what} joins `{table.name}` by `{by}` alone, and not by `{guard.column}`, which guards it",
            cube=reading.cube.name,
            help=f"equate `{guard.column}` in the join too",
        )


def _guards(study: Study, cube: ir.Cube, column: str) -> bool:
    own = (cube.name, column, study.main_table(cube))
    return any((guard.cube, guard.column, guard.table) == own for guard in study.guards)


def _member(cube: ir.Cube, column: str) -> str:
    dimension = columns_of(cube).get(column)
    return dimension.name if dimension is not None else column
