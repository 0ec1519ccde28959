"""What a guard does inside the SQL of its cube.

`restricts`: it is a top-level AND conjunct of the WHERE of the only SELECT that makes the cube's rows; no row of the
cube without it. `partial`: it is so in some arm of a UNION only. `unproven`: everything else, such as under OR or NOT,
in a comment, a SELECT list, the ON of a join, a nested query, or SQL that does not parse.

The interpolations are opaque: each stands as a name or a condition of its own, which can be true or false.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from sqlglot import ErrorLevel, exp, parse
from sqlglot.errors import SqlglotError

from cubeproof.bind import Guard
from cubeproof.diagnostics import CompileError
from cubeproof.lower import ir, sql

Effect: TypeAlias = Literal["restricts", "partial", "unproven"]
_MARK = "cubeproof_guard"


def effect(cube: ir.Cube, guard: Guard, dialect: str) -> Effect:
    """The effect of a guard on the rows of its cube; a guard outside of the cube's own SQL is `unproven`."""
    hole = next((part for part in cube.table.parts if isinstance(part, sql.Guard) and _is(part, guard)), None)
    if hole is None or cube.is_table or not _is_comparison(hole, dialect):
        return "unproven"
    text = "".join(
        part if isinstance(part, str) else _atom(part, hole, at) for at, part in enumerate(cube.table.parts)
    )
    statement = _parsed(text, dialect)
    if statement is None:
        return "unproven"
    arms = _arms(statement)
    restricted = [arm for arm in arms if any(_marked(conjunct) for conjunct in _conjuncts(arm))]
    if not restricted or any(not isinstance(arm, exp.Select) for arm in arms):
        return "unproven"
    return "restricts" if len(arms) == 1 else "partial"


def _is(part: sql.Guard, guard: Guard) -> bool:
    return part.span.start == guard.span.start and part.span.source.path == guard.span.source.path


def _atom(part: sql.Part, guard: sql.Guard, at: int) -> str:
    match part:
        case sql.Guard() | sql.FilterParam() | sql.FilterGroup():
            return f"{_MARK} = 1" if part is guard else f"cubeproof_condition_{at} = 1"
        case _:
            return f"cubeproof_name_{at}"


def _parsed(text: str, dialect: str) -> exp.Expr | None:
    try:
        statements = parse(text, read=dialect, error_level=ErrorLevel.RAISE)
    except SqlglotError:
        return None
    return statements[0] if len(statements) == 1 else None


def _arms(statement: exp.Expr) -> list[exp.Expr]:
    """The SELECTs whose rows are put together, brackets taken off."""
    while isinstance(statement, exp.Subquery) and not statement.args.get("joins"):
        statement = statement.this
    if isinstance(statement, exp.SetOperation):
        return [*_arms(statement.left), *_arms(statement.right)]
    return [statement]


def _conjuncts(select: exp.Expr) -> list[exp.Expr]:
    where = select.args.get("where")
    waiting: list[exp.Expr] = [where.this] if where is not None else []
    found = []
    while waiting:
        part = waiting.pop()
        if isinstance(part, exp.Paren):
            waiting.append(part.this)
        elif isinstance(part, exp.And):
            waiting += [part.left, part.right]
        else:
            found.append(part)
    return found


def _marked(conjunct: exp.Expr) -> bool:
    return (
        isinstance(conjunct, exp.EQ) and isinstance(conjunct.this, exp.Column) and conjunct.this.name == _MARK
    )


def _is_comparison(guard: sql.Guard, dialect: str) -> bool:
    """Whether what the guard renders is `column = value` or `column IN (values)`, with nothing around it."""
    template = guard.column
    if guard.callback is not None:
        try:
            template = guard.callback.sql(("number",))
        except CompileError:
            return False
    assert template is not None  # noqa: S101 — a column or a callback
    text = "".join(part if isinstance(part, str) else _placeholder(part) for part in template.parts)
    statement = _parsed(
        f"SELECT 1 WHERE {text}" if guard.callback is not None else f"SELECT 1 WHERE {text} = {_MARK}",
        dialect,
    )
    if statement is None:
        return False
    conjuncts = _conjuncts(statement)
    return len(conjuncts) == 1 and _compares(conjuncts[0])


def _placeholder(part: sql.Part) -> str:
    return _MARK if isinstance(part, sql.Placeholder) else "cubeproof_name"


def _compares(condition: exp.Expr) -> bool:
    if isinstance(condition, exp.EQ):
        sides = (condition.left, condition.right)
        return any(_is_mark(side) for side in sides) and not all(_is_mark(side) for side in sides)
    if not isinstance(condition, exp.In) or _is_mark(condition.this):
        return False
    query = condition.args.get("query")
    if query is not None:
        (arm, *more) = _arms(query)
        return not more and any(_compares(conjunct) for conjunct in _conjuncts(arm))
    values = condition.expressions
    return bool(values) and all(_is_mark(value) for value in values)


def _is_mark(side: exp.Expr) -> bool:
    return isinstance(side, exp.Column) and side.name == _MARK
