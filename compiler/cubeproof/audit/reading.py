"""The model's SQL as sqlglot reads it, with its interpolations as opaque atoms. Decides nothing about access."""

from __future__ import annotations

from typing import Final

from sqlglot import ErrorLevel, exp, parse
from sqlglot.errors import SqlglotError

from cubeproof.diagnostics import CompileError
from cubeproof.lower import sql

MARK: Final = "cubeproof_guard"
ROWS: Final = "cubeproof_rows"
"""What stands for the rows of another cube, `${Other.sql()}`, whose guards are its own."""
ATOM: Final = "cubeproof_name"


def parsed(text: str, dialect: str) -> exp.Expr | None:
    """The text as one statement; None if it is not, or is not understood."""
    try:
        statements = parse(text, read=dialect, error_level=ErrorLevel.RAISE)
    except (SqlglotError, RecursionError):
        return None
    return statements[0] if len(statements) == 1 else None


def with_atoms(template: sql.Sql, guard: int | None = None) -> str:
    """The text, each hole as a name or a condition: those of claims as marks, or only the guard at `guard`."""
    return "".join(
        part if isinstance(part, str) else _atom(part, guard, at) for at, part in enumerate(template.parts)
    )


def _atom(part: sql.Gap, guard: int | None, at: int) -> str:
    match part:
        case sql.Guard():
            return f"{MARK} = 1" if guard in (None, part.span.start) else f"cubeproof_condition_{at} = 1"
        case sql.FilterParam() | sql.FilterGroup():
            return f"cubeproof_condition_{at} = 1"
        case sql.SqlOf():
            return f"{ROWS}_{at}"
        case sql.ClaimText() | sql.Choice() | sql.PerCaller():
            return MARK if guard is None else f"{ATOM}_{at}"
        case _:
            return f"{ATOM}_{at}"


def conjuncts(select: exp.Expr) -> list[exp.Expr]:
    """The conditions of a WHERE that must all hold."""
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


def arms(statement: exp.Expr) -> list[exp.Expr]:
    """The SELECTs whose rows are put together, brackets taken off."""
    while isinstance(statement, exp.Subquery) and not statement.args.get("joins"):
        statement = statement.this
    if isinstance(statement, exp.SetOperation):
        return [*arms(statement.left), *arms(statement.right)]
    return [statement]


def is_guarded(select: exp.Expr) -> bool:
    """Whether no row is left for which the marked condition does not hold."""
    return any(map(_marked, conjuncts(select)))


def _marked(conjunct: exp.Expr) -> bool:
    return (
        isinstance(conjunct, exp.EQ) and isinstance(conjunct.this, exp.Column) and conjunct.this.name == MARK
    )


def compares(guard: sql.Guard, dialect: str) -> bool:
    """Whether what the guard renders is `column = value` or `column IN (values)`, with nothing around it."""
    template = guard.column
    if guard.callback is not None:
        try:
            template = guard.callback.sql(("number",))
        except CompileError:
            return False
    assert template is not None  # noqa: S101 — a column or a callback
    text = "".join(part if isinstance(part, str) else _placeholder(part) for part in template.parts)
    statement = parsed(
        f"SELECT 1 WHERE {text}" if guard.callback is not None else f"SELECT 1 WHERE {text} = {MARK}", dialect
    )
    if statement is None:
        return False
    conditions = conjuncts(statement)
    return len(conditions) == 1 and _compares(conditions[0])


def _placeholder(part: sql.Part) -> str:
    return MARK if isinstance(part, sql.Placeholder) else ATOM


def _compares(condition: exp.Expr) -> bool:
    if isinstance(condition, exp.EQ):
        sides = (condition.left, condition.right)
        return any(map(_is_mark, sides)) and any(map(_is_of_a_row, sides))
    if not isinstance(condition, exp.In) or not _is_of_a_row(condition.this):
        return False
    query = condition.args.get("query")
    if query is not None:
        (arm, *more) = arms(query)
        return not more and any(_compares(conjunct) for conjunct in conjuncts(arm))
    values = condition.expressions
    return bool(values) and all(_is_mark(value) for value in values)


def _is_mark(side: exp.Expr) -> bool:
    return isinstance(side, exp.Column) and side.name == MARK


def _is_of_a_row(side: exp.Expr) -> bool:
    """Whether a value differs from row to row: one that names no column is the same for all, `42` or `now()`."""
    columns = list(side.find_all(exp.Column))
    return bool(columns) and not any(map(_is_mark, columns))
