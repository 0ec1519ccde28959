"""The join tree of a query, and what it multiplies.

Observed in Cube: joins go only in the direction declared; every needed cube is tried as root, in order; the tree with
the fewest joins wins, the earlier root on a tie; of equally long paths the one declared first.
"""

from collections import deque

import msgspec

from cubeproof.lower import ir
from cubeproof.plan.report import Report


class Tree(msgspec.Struct, frozen=True):
    """A root and the joins in an order in which each one's source is already there."""

    root: str
    joins: tuple[ir.Join, ...]


def join_tree(model: ir.Model, needed: tuple[str, ...], report: Report) -> Tree | None:
    """The tree that holds all needed cubes; None, with a report, if there is none."""
    best: Tree | None = None
    for root in needed:
        tree = _from(model, root, needed)
        if tree is not None and (best is None or len(tree.joins) < len(best.joins)):
            best = tree
    if best is None:
        missing = _unreachable(model, needed)
        message = f"no join path connects {' and '.join(f'`{name}`' for name in missing)}"
        report.add("E360", message, help="declare a join from one of the cubes towards the other")
        return None
    sources = {
        model.cubes[name].data_source: name for name in reversed((best.root, *(j.target for j in best.joins)))
    }
    if len(sources) > 1:
        listed = ", ".join(f"`{cube}` in `{source}`" for source, cube in sorted(sources.items()))
        report.add("E361", f"the query joins cubes of different data sources: {listed}")
        return None
    return best


def _from(model: ir.Model, root: str, needed: tuple[str, ...]) -> Tree | None:
    reached = _reach(model, root)
    if not all(name in reached for name in needed):
        return None
    joins: dict[str, ir.Join] = {}
    for name in needed:
        path: list[ir.Join] = []
        at = name
        while (join := reached[at]) is not None:
            path.append(join)
            at = join.source
        for join in reversed(path):
            joins.setdefault(join.target, join)
    return Tree(root=root, joins=tuple(joins.values()))


def _reach(model: ir.Model, root: str) -> dict[str, ir.Join | None]:
    """For each cube that can be joined, the last join of the shortest path to it."""
    reached: dict[str, ir.Join | None] = {root: None}
    waiting = deque([root])
    while waiting:
        for join in model.cubes[waiting.popleft()].joins:
            if join.target not in reached and join.target in model.cubes:
                reached[join.target] = join
                waiting.append(join.target)
    return reached


def _unreachable(model: ir.Model, needed: tuple[str, ...]) -> tuple[str, ...]:
    """Two cubes that no root reaches together, or all."""
    for at, left in enumerate(needed):
        for right in needed[at + 1 :]:
            if not any({left, right} <= set(_reach(model, root)) for root in needed):
                return left, right
    return needed


def multiplying(tree: Tree) -> dict[str, tuple[str, ...]]:
    """For each cube whose rows the tree repeats: the path from it to the cube that repeats them, ends included."""
    edges: dict[str, list[tuple[str, bool]]] = {}
    for join in tree.joins:
        edges.setdefault(join.source, []).append((join.target, join.relationship == "one_to_many"))
        edges.setdefault(join.target, []).append((join.source, join.relationship == "many_to_one"))
    found: dict[str, tuple[str, ...]] = {}
    for cube in (tree.root, *(join.target for join in tree.joins)):
        path = _to_many(cube, edges)
        if path is not None:
            found[cube] = path
    return found


def _to_many(start: str, edges: dict[str, list[tuple[str, bool]]]) -> tuple[str, ...] | None:
    waiting: deque[tuple[str, ...]] = deque([(start,)])
    seen = {start}
    while waiting:
        path = waiting.popleft()
        for target, many in edges.get(path[-1], ()):
            if target in seen:
                continue
            if many:
                return (*path, target)
            seen.add(target)
            waiting.append((*path, target))
    return None
