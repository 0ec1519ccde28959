"""Why

FILTER_PARAMS pushes down what the query asks for. Whoever writes the query writes it, or leaves it out and sees all rows.

Bad

    SELECT * FROM orders WHERE ${FILTER_PARAMS.Orders.userId.filter('user_id')}

Good

    SELECT * FROM orders WHERE ${FILTER_PARAMS.Orders.createdAt.filter('created_at')}
    AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

A table whose rows everybody may see, partitioned by a column that sounds like an owner.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import IDENTITY, column_of
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import sql

RULE = Rule("INJ004", "`FILTER_PARAMS` in the place of a guard", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each FILTER_PARAMS on an owner's column in a cube without a guard."""
    for cube in study.model.cubes.values():
        if study.is_guarded(cube) or study.is_public(cube) or cube.policies is not None:
            continue
        for hole in sql.walk(cube.table):
            params = hole.params if isinstance(hole, sql.FilterGroup) else (hole,)
            for param in params:
                if not isinstance(param, sql.FilterParam):
                    continue
                text = "".join(sql.texts(param.column)) if param.column is not None else _behind(study, param)
                name = text.strip().rpartition(".")[2].strip('`"[]').lower()
                names = (name, _snake(param.member))
                if name in study.tenant_columns or any(map(IDENTITY.fullmatch, names)):
                    yield RULE.at(
                        param.span,
                        f"`FILTER_PARAMS.{param.cube}.{param.member}`, not a guard, restricts `{cube.name}`: the query decides",
                        cube=cube.name,
                        help="guard the column by a claim",
                    )


def _behind(study: Study, param: sql.FilterParam) -> str:
    """The column that the member shows, or its name."""
    cube = study.model.cubes.get(param.cube)
    dimension = cube.dimensions.get(param.member) if cube is not None else None
    return (column_of(dimension.sql) if dimension is not None else None) or param.member


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name)
