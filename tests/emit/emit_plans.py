"""Plans written by hand, and how they come out."""

from collections.abc import Sequence
from typing import Any

from cubeproof import emit
from cubeproof.plan import nodes

DIALECTS = ("postgres", "duckdb", "sqlite")


def sql(*parts: str | nodes.Expression) -> nodes.Sql:
    return nodes.Sql(parts=parts)


def claim(*path: str | int) -> nodes.Param:
    return nodes.Param(origin=nodes.ClaimOrigin(path=path or ("id",)))


def value(index: int, convert: nodes.Convert = "as_is") -> nodes.Param:
    return nodes.Param(origin=nodes.ValueOrigin(index=index, label=f"values[{index}]"), convert=convert)


def call(function: str, *arguments: nodes.Expression) -> nodes.Call:
    return nodes.Call(function=function, arguments=arguments)


def word(text: str) -> nodes.Word:
    return nodes.Word(value=text)


def column(
    expression: nodes.Expression | str, name: str = "Orders.status", kind: Any = "dimension"
) -> nodes.Output:
    made = sql(expression) if isinstance(expression, str) else expression
    return nodes.Output(id=name, alias=name.lower(), expression=made, kind=kind, type="string")


def orders(*parts: str | nodes.Expression) -> nodes.Source:
    return nodes.Source(
        cube="Orders", alias="orders", relation=sql(*parts or ("public.orders",)), is_table=not parts
    )


def select(*columns: nodes.Output, source: nodes.Relation | None = None, **more: Any) -> nodes.Select:
    return nodes.Select(columns=columns or (column("status"),), source=source or orders(), **more)


def emitted(relation: nodes.Relation, dialect: str = "postgres", values: Sequence[Any] = ()) -> Any:
    plan = nodes.Plan(relation=relation, columns=(), guards=(), unguarded=())
    return emit.emit(plan, emit.dialect(dialect), lambda index: values[index])


def statement(
    relation: nodes.Relation, dialect: str = "postgres", values: Sequence[Any] = ()
) -> emit.Prepared:
    result = emitted(relation, dialect, values)
    assert () == result.diagnostics
    prepared: emit.Prepared = result.value
    return prepared


def text(relation: nodes.Relation, dialect: str = "postgres") -> str:
    return statement(relation, dialect).sql


def written(expression: nodes.Expression, dialect: str = "postgres", values: Sequence[Any] = ()) -> str:
    """How an expression is written in a SELECT list."""
    prepared = statement(select(column(expression)), dialect, values)
    return prepared.sql.removeprefix("SELECT\n  ").split(' "orders.status"\nFROM')[0]


def codes(relation: nodes.Relation, dialect: str = "postgres", values: Sequence[Any] = ()) -> list[str]:
    return [d.code for d in emitted(relation, dialect, values).diagnostics]
