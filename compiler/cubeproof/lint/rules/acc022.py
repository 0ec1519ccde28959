"""Why

`column <> value` and `NOT IN` hold for no row whose column is null, and `NOT IN` with a null in its list for no row at all: rows
disappear, or the guard is repaired with `OR … IS NULL`, which opens it.

Bad

    WHERE user_id NOT IN (${SECURITY_CONTEXT.blocked})

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND user_id IS NOT NULL

False positives

A column that the database declares NOT NULL: say `IS NOT NULL` beside it.
"""

from collections.abc import Iterator

from cubeproof.audit.reading import conjuncts
from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.conditions import is_negated, not_nulls
from cubeproof.lint.facts import compared
from cubeproof.lint.places import exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC022", "a guarded column that may be null, in `<>` or NOT IN", "warning", sound=False)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim in `<>` or NOT IN whose column is nowhere said to be not null."""
    for reading in study.queries:
        for spot in reading.spots:
            level = spot.levels[0]
            is_not_in = isinstance(level.condition, exp.In) and is_negated(level)
            if not (is_not_in or isinstance(level.condition, exp.NEQ)) or level.clause not in ("where", "on"):
                continue
            column = next(iter(places.columns(level.condition)), None) or compared(level.condition)
            where = level.select.args.get("where") if level.select is not None else None
            said = [not_nulls(one) for one in conjuncts(where.this if where is not None else None)]
            if column is None or any(isinstance(one, exp.Column) and one.name == column.name for one in said):
                continue
            atom = reading.atom(spot)
            yield RULE.at(
                atom.span,
                f"`{column.name}` may be null, and {'NOT IN' if is_not_in else '`<>`'} holds for no such row",
                cube=reading.cube.name,
                help=f"say what holds, not what does not; or add `{column.name} IS NOT NULL`",
            )
