"""How does this engine say it? A plan and a dialect become a prepared statement: text, and where each value comes from.

Knows no claim's value and no model; a dialect is data (`dialects/*.toml`, `templates/`), compiled ahead of time.
"""

from collections.abc import Callable, Sequence

from cubeproof.diagnostics import Result
from cubeproof.emit.expressions import Writer
from cubeproof.emit.model_text import problems
from cubeproof.emit.placeholders import Value, inlined, numbered, pieces
from cubeproof.emit.prepared import Prepared
from cubeproof.emit.registry import Dialect, dialect, names
from cubeproof.emit.relations import Statements
from cubeproof.plan import nodes
from cubeproof.request.query import Scalar

__all__ = ["Dialect", "Prepared", "dialect", "emit", "inline", "names", "pretty", "problems"]


def emit(plan: nodes.Plan, dialect: Dialect, value_of: Callable[[int], Scalar]) -> Result[Prepared]:
    """Write a plan as one SELECT.

    `value_of(index)` gives a value of the query. It is asked only where the text itself depends on it: a time zone
    whose clock changes, on an engine that knows no zones. Errors are E501 to E508; the text is not to be used then.
    """
    writer = Writer(dialect, value_of)
    text = Statements(writer).statement(plan.relation)
    if writer.diagnostics:
        # A piece that is not closed would take parameters' marks with it: nothing of the text is handed on.
        return Result(_prepared(plan, dialect, ()), tuple(dict.fromkeys(writer.diagnostics)))
    return Result(_prepared(plan, dialect, pieces(text, writer.params)))


def inline(prepared: Prepared, values: Sequence[Value]) -> str:
    """The statement with its values written as literals, for reading: one value for each placeholder, in order."""
    return inlined(prepared, values, dialect(prepared.dialect))


def pretty(sql: str, dialect: Dialect) -> str:
    """The statement laid out anew for reading, the same in every token."""
    from cubeproof.emit import layout

    return layout.pretty(sql, dialect)


def _prepared(plan: nodes.Plan, dialect: Dialect, found: tuple[str | nodes.Param, ...]) -> Prepared:
    sql, params = numbered(found, dialect)
    return Prepared(
        dialect=dialect.name,
        pieces=found,
        sql=sql,
        params=params,
        columns=plan.columns,
        guards=plan.guards,
        unguarded=plan.unguarded,
        uses=plan.uses,
    )
