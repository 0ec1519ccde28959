"""Which rows and columns answer a query? Model, query and a caller's answers in, a relational plan out.

Knows no dialect and writes no SQL but the model's own; claims are asked for through an `Interview`.
"""

from cubeproof.diagnostics import Result, has_errors
from cubeproof.lower import ir
from cubeproof.plan import names, nodes
from cubeproof.plan.addresses import addressed
from cubeproof.plan.arrange import arrange
from cubeproof.plan.fold import fold
from cubeproof.plan.paths import Graph
from cubeproof.plan.report import Report
from cubeproof.plan.resolve import resolve
from cubeproof.plan.templates import Templates
from cubeproof.request.caller import Interview
from cubeproof.request.context import Semantics
from cubeproof.request.query import Query


def plan(
    model: ir.Model,
    query: Query,
    interview: Interview,
    *,
    semantics: Semantics = "cube",
    aliases: names.AliasStyle = "dotted",
    graph: Graph | None = None,
) -> Result[nodes.Plan | None]:
    """The folded plan; None where a diagnostic says why there is none. `graph` keeps what was found out of the model's joins."""
    report = Report()
    read = addressed(model, query, report)
    query = read.query
    resolved = resolve(model, query, report)
    if has_errors(report.diagnostics):
        return Result(None, tuple(report.diagnostics))
    templates = Templates(model, query, interview, semantics, report, aliases)
    templates.touched.update(dict.fromkeys(read.paths))
    resolved = templates.policies.checked(resolved, read.through)
    relation = arrange(resolved, templates, graph or Graph(model))
    if relation is None or has_errors(report.diagnostics):
        return Result(None, tuple(report.diagnostics))
    select = names.through_views(fold(relation), read.shown, aliases)
    names.check(select, report)
    if has_errors(report.diagnostics):
        return Result(None, tuple(report.diagnostics))
    if query.total:
        select = _total(select)
    planned = nodes.Plan(
        relation=select,
        columns=tuple(names.of_view(column, read.shown) for column in select.columns),
        guards=tuple(templates.claims.facts),
        unguarded=tuple(templates.unguarded),
        uses=templates.uses(),
        notes=tuple(templates.notes),
    )
    return Result(planned, tuple(report.diagnostics))


def _total(rows: nodes.Select) -> nodes.Select:
    """How many rows there are, as Cube calls it."""
    count = nodes.Output(
        id="total_count",
        alias="total_count",
        expression=nodes.Aggregated(function="count"),
        kind="measure",
        type="number",
    )
    return nodes.Select(columns=(count,), source=nodes.Named(relation=rows, alias="original_query"))
