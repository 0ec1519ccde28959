"""Why

A claim that is compared with a number here and with a text there, or with a column of another type than the configuration
declares, fails in some engines and matches nothing, or too much, in others.

Bad

    claims = {id = {type = "string"}}    # the configuration
    ${SECURITY_CONTEXT.id.requiredFilter('user_id')}    // the dimension over user_id is of type number

Good

    claims = {id = {type = "number"}}

False positives

Engines that compare both without fail. Types are those of dimensions over the guarded column.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.columns import columns_of, guarded_column
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study
from cubeproof.lower import ir, sql
from cubeproof.source import Span

RULE = Rule("TYP001", "a claim compared with columns of different types", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim whose guarded columns are of several types, or of another one than is declared."""
    first: dict[str, tuple[str, str]] = {}
    for cube, column, claim, span in _compared(study):
        dimension = columns_of(cube).get(column)
        if dimension is None or dimension.type not in ("string", "number", "boolean"):
            continue
        declared = study.declared.claim(claim)
        expected, where = first.setdefault(claim, (dimension.type, f"`{cube.name}.{dimension.name}`"))
        if declared is not None and declared.type is not None:
            expected, where = declared.type, "the configuration"
        if dimension.type != expected:
            yield RULE.at(
                span,
                f"claim `{claim}` is compared with the {dimension.type} `{cube.name}.{dimension.name}`: a {expected} in {where}",
                cube=cube.name,
                help="give the column, or the claim, one type everywhere",
            )


def _compared(study: Study) -> Iterator[tuple[ir.Cube, str, str, Span]]:
    for cube in study.model.cubes.values():
        for hole in sql.walk(cube.table):
            column = guarded_column(hole) if isinstance(hole, sql.Guard) else None
            if isinstance(hole, sql.Guard) and column is not None:
                yield cube, column, ".".join(hole.path), hole.span
