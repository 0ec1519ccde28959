"""What members, cubes and joins mean to each other: circles of references, foreign aliases, missing primary keys.

Works on the finished IR. Source of the rules: the checks that Cube's compilers make.
"""

from collections.abc import Iterator
from typing import Final

from cubeproof.diagnostics import CompileError, Related
from cubeproof.lower import ir, scan, sql
from cubeproof.lower.report import Report
from cubeproof.source import Span

LONGEST_CHAIN: Final = 100
"""Through so many members one may refer to another; planning goes as deep."""

ADDITIVE: Final = ("count", "sum", "avg", "number")
"""Measures that a join which multiplies rows would make wrong; primary keys put them right."""

_VALUES: Final = (sql.Guard, sql.ClaimText, sql.FilterParam, sql.FilterGroup, sql.SqlOf, sql.PerCaller)

_Edges = list[tuple[str, Span]]


def check(model: ir.Model, whole: frozenset[str], report: Report) -> None:
    """Report what is wrong between the parts of a model; only cubes in `whole` are known to lack what they lack."""
    for cube in model.cubes.values():
        _foreign_aliases(cube, report)
    nodes = dict(_nodes(model))
    held = {node: [hole for text in texts for hole in holes(text)] for node, texts in nodes.items()}
    graph = {node: _edges(parts) for node, parts in held.items()}
    _circles(graph, report)
    _hidden_members(nodes, _carriers(held, graph), report)
    _primary_keys(model, whole, report)


def _nodes(model: ir.Model) -> Iterator[tuple[str, tuple[sql.Sql, ...]]]:
    """Everything that has SQL of its own: a cube's table under the cube's name, a member under its full name."""
    for cube in model.cubes.values():
        yield cube.name, (cube.table,)
        for member in _members(cube):
            yield f"{cube.name}.{member.name}", tuple(texts_of(member))
        for join in cube.joins:
            yield f"{cube.name} join {join.target}", (join.sql,)


def _members(cube: ir.Cube) -> Iterator[ir.Measure | ir.Dimension | ir.Segment]:
    yield from cube.measures.values()
    yield from cube.dimensions.values()
    yield from cube.segments.values()


def texts_of(member: ir.Measure | ir.Dimension | ir.Segment) -> Iterator[sql.Sql]:
    """All templates of a member."""
    if member.sql is not None:
        yield member.sql
    match member:
        case ir.Measure():
            yield from member.filters
        case ir.Dimension():
            yield from (text for text in (member.latitude, member.longitude) if text is not None)
            if member.case is not None:
                for when in member.case.whens:
                    yield when.condition
                    if isinstance(when.label, sql.Sql):
                        yield when.label
                if isinstance(member.case.otherwise, sql.Sql):
                    yield member.case.otherwise
        case _:
            pass


def holes(template: sql.Sql) -> Iterator[sql.Gap]:
    """Every hole of a template, those that its callbacks write for one value included."""
    for part in sql.walk(template):
        yield part
        for param in part.params if isinstance(part, sql.FilterGroup) else (part,):
            if isinstance(param, sql.Guard | sql.FilterParam) and param.callback is not None:
                yield from _written(param.callback)


def _written(callback: sql.Callback) -> Iterator[sql.Gap]:
    for arguments in (("string",), (("string", "string"),)):
        try:
            yield from holes(callback.sql(arguments))
        except CompileError:
            continue  # It is written for the other form of argument; if for none, that has been reported.


def _edges(parts: list[sql.Gap]) -> _Edges:
    found: _Edges = []
    for part in parts:
        if isinstance(part, sql.MemberRef):
            found.append((".".join(part.path[-2:]), part.span))
        elif isinstance(part, sql.SqlOf):
            found.append((part.cube, part.span))
    return found


def _circles(graph: dict[str, _Edges], report: Report) -> None:
    """Report each circle once, at the reference that closes it; no recursion, chains may be long."""
    depth: dict[str, int] = {}
    for start in graph:
        path: list[str] = []
        todo: list[tuple[str, Iterator[tuple[str, Span]]]] = []
        if start not in depth:
            path.append(start)
            todo.append((start, iter(graph[start])))
        while todo:
            node, edges = todo[-1]
            step = next(edges, None)
            if step is None:
                todo.pop()
                path.pop()
                depth[node] = 1 + max((depth.get(target, 0) for target, _ in graph[node]), default=0)
                if depth[node] == LONGEST_CHAIN:
                    message = f"`{node}` refers to others through more than {LONGEST_CHAIN - 1} steps"
                    report.add("E253", message, graph[node][0][1], cube=node.partition(".")[0])
                continue
            target, span = step
            if target in path:
                _circle(path[path.index(target) :], span, report)
            elif target not in depth and target in graph:
                path.append(target)
                todo.append((target, iter(graph[target])))


def _circle(circle: list[str], span: Span, report: Report) -> None:
    first = circle[0]
    cube = first.partition(".")[0]
    if len(circle) == 1:
        report.add("E253", f"`{first}` refers to itself", span, label="the reference", cube=cube, once="")
        return
    shown = " → ".join((*circle, first))
    message = f"`{first}` refers to itself in a circle: {shown}"
    report.add("E253", message, span, label="closes the circle", cube=cube, once="")


def _foreign_aliases(cube: ir.Cube, report: Report) -> None:
    """`${Users}.city` in a member's `sql`: its rows need not be joined. Sub-queries look at another cube on purpose."""
    for member in _members(cube):
        if member.sql is None or (isinstance(member, ir.Dimension) and member.sub_query):
            continue
        for part in holes(member.sql):
            if isinstance(part, sql.CubeRef) and part.path[-1] != cube.name:
                foreign = part.path[-1]
                report.add(
                    "E254", f"`{cube.name}.{member.name}` uses columns of the foreign cube `{foreign}`", part.span,
                    help=f"define a member in `{foreign}` and refer to it: `${{{foreign}.name}}`", cube=cube.name,
                    once=foreign,
                )  # fmt: skip


def _hidden_members(nodes: dict[str, tuple[sql.Sql, ...]], carriers: set[str], report: Report) -> None:
    """A member in a comment or in quotes loses the guards and filters inside it."""
    if not carriers:
        return
    for node, templates in nodes.items():
        for template in templates:
            for leaf in _outcomes(template):
                for part, place in scan.hidden(leaf.parts):
                    if isinstance(part, sql.MemberRef) and ".".join(part.path[-2:]) in carriers:
                        where = "a comment" if place == "comment" else "quotes"
                        message = f"`{'.'.join(part.path[-2:])}` stands inside {where}, where its conditions have no effect"
                        report.add("E261", message, part.span, cube=node.partition(".")[0], once="")


def _carriers(held: dict[str, list[sql.Gap]], graph: dict[str, _Edges]) -> set[str]:
    """What holds a guard, a claim or a pushed filter, itself or through the members it refers to."""
    users: dict[str, list[str]] = {}
    for node, edges in graph.items():
        for target, _ in edges:
            users.setdefault(target, []).append(node)
    waiting = [node for node, parts in held.items() if any(isinstance(part, _VALUES) for part in parts)]
    found: set[str] = set()
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(users.get(node, ()))
    return found


def _outcomes(template: sql.Sql) -> Iterator[sql.Sql]:
    yield template
    for part in template.parts:
        if isinstance(part, sql.Choice):
            yield from _outcomes(part.then)
            yield from _outcomes(part.otherwise)


def _primary_keys(model: ir.Model, whole: frozenset[str], report: Report) -> None:
    """A cube on either side of a join needs a primary key if a measure of it adds up."""
    joined: dict[str, ir.Join] = {}
    for cube in model.cubes.values():
        for join in cube.joins:
            joined.setdefault(join.source, join)
            joined.setdefault(join.target, join)
    for name, join in joined.items():
        found = model.cubes.get(name)
        if found is None or found.primary_keys or name not in whole:
            continue
        measure = next((m for m in found.measures.values() if _is_additive(m)), None)
        if measure is not None:
            report.add(
                "E251", f"cube `{name}` needs a primary key: it is joined, and its measure `{measure.name}` adds up rows",
                found.span, help="mark the dimension that makes a row unique with `primaryKey: true`", cube=name,
                related=(Related("joined here", join.span),),
            )  # fmt: skip


def _is_additive(measure: ir.Measure) -> bool:
    return measure.type in ADDITIVE or (measure.sql is not None and measure.sql.parts == ("count(*)",))
