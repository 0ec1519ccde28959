"""Why the cubes of a query cannot be joined, and which join is missing. Looked at only when there is no join tree."""

import heapq

from cubeproof.diagnostics import Related
from cubeproof.lower import ir
from cubeproof.plan.paths import Graph, shown
from cubeproof.plan.report import Report


def report_unreachable(graph: Graph, cubes: tuple[str, ...], report: Report) -> None:
    """Name two cubes that no cube of the query reaches together, and what would connect them."""
    left, right = _apart(graph, cubes)
    message = f"no join path connects `{left}` and `{right}`"
    missing = _missing(graph.model, left, right)
    if missing is None:
        advice = f"no joins lead from one to the other in any direction; declare one in `{left}` or `{right}`"
        report.add("E360", message, help=advice, cube=left)
        return
    path, against = missing
    join = against[0]
    advice = f"declare a join to `{join.source}` in `{join.target}`; there is one from `{join.source}` to `{join.target}`"
    advice += f", and joins are followed only as declared ({shown(path)})"
    bridge = _bridge(graph, cubes, path)
    if bridge is not None:
        advice = f"ask for a member of `{bridge}` too, which joins both; or {advice}"
    related = tuple(Related(f"`{one.source}` joins `{one.target}` here", one.span) for one in against)
    report.add("E360", message, help=advice, cube=join.target, related=related)


def _apart(graph: Graph, cubes: tuple[str, ...]) -> tuple[str, str]:
    """Two cubes that no cube of the query reaches together; else the first that the first one does not reach."""
    for at, left in enumerate(cubes):
        for right in cubes[at + 1 :]:
            if not any(_reaches(graph, root, (left, right)) for root in cubes):
                return left, right
    return cubes[0], next(cube for cube in cubes if graph.way(cubes[0], cube) is None)


def _reaches(graph: Graph, root: str, cubes: tuple[str, ...]) -> bool:
    return all(graph.way(root, cube) is not None for cube in cubes)


def _missing(model: ir.Model, left: str, right: str) -> tuple[tuple[str, ...], tuple[ir.Join, ...]] | None:
    """The path between two cubes that goes against the fewest joins, and those; None if there is no path at all."""
    joins = [join for cube in model.cubes.values() for join in cube.joins if join.target in model.cubes]
    edges: dict[str, list[tuple[str, ir.Join | None]]] = {}
    for join in joins:
        edges.setdefault(join.source, []).append((join.target, None))
        edges.setdefault(join.target, []).append((join.source, join))
    found = [_search(edges, start, end) for start, end in ((left, right), (right, left))]
    ways = [way for way in found if way is not None]
    return min(ways, key=lambda way: (len(way[1]), len(way[0])), default=None)


def _search(
    edges: dict[str, list[tuple[str, ir.Join | None]]], start: str, end: str
) -> tuple[tuple[str, ...], tuple[ir.Join, ...]] | None:
    order = 0
    waiting: list[tuple[int, int, int, tuple[str, ...], tuple[ir.Join, ...]]] = [(0, 0, 0, (start,), ())]
    seen: set[str] = set()
    while waiting:
        _, _, _, path, against = heapq.heappop(waiting)
        if path[-1] == end:
            return path, against
        if path[-1] in seen:
            continue
        seen.add(path[-1])
        for target, join in edges.get(path[-1], ()):
            if target not in seen:
                order += 1
                further = against if join is None else (*against, join)
                heapq.heappush(waiting, (len(further), len(path), order, (*path, target), further))
    return None


def _bridge(graph: Graph, cubes: tuple[str, ...], path: tuple[str, ...]) -> str | None:
    """A cube on the path that reaches all of the query's, if there is one."""
    return next((cube for cube in path if cube not in cubes and _reaches(graph, cube, cubes)), None)
