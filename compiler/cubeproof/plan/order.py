"""In which order the rows come: as asked, else as Cube orders them."""

from cubeproof.plan import nodes
from cubeproof.plan.report import Report
from cubeproof.request.query import Order, Query


def order(query: Query, columns: tuple[nodes.Output, ...], report: Report) -> tuple[nodes.SortKey, ...]:
    """The order asked, or Cube's default: by time, else by the first measure, else by the first dimension."""
    if query.order is None:
        return _default_order(columns)
    found: dict[str, nodes.SortKey] = {}
    for asked in query.order:
        column = _ordered(asked, columns)
        if column is None:
            message = f"`{asked.member}` is not selected, so it cannot order the rows; it is ignored"
            report.add("E358", message, severity="warning", path=asked.path)
        else:
            found.setdefault(column.id, nodes.SortKey(id=column.id, descending=asked.descending))
    return tuple(found.values())


def _ordered(asked: Order, columns: tuple[nodes.Output, ...]) -> nodes.Output | None:
    """The column of that id; a time dimension's name stands for its first granularity."""
    exact = next((c for c in columns if c.id == asked.member), None)
    if exact is not None:
        return exact
    return next(
        (c for c in columns if c.kind == "time_dimension" and c.id.rpartition(".")[0] == asked.member), None
    )


def _default_order(columns: tuple[nodes.Output, ...]) -> tuple[nodes.SortKey, ...]:
    times = [c for c in columns if c.kind == "time_dimension"]
    measures = [c for c in columns if c.kind == "measure"]
    dimensions = [c for c in columns if c.kind == "dimension"]
    if times:
        return (nodes.SortKey(id=times[0].id, descending=False),)
    if measures and dimensions:
        return (nodes.SortKey(id=measures[0].id, descending=True),)
    return (nodes.SortKey(id=dimensions[0].id, descending=False),) if dimensions else ()
