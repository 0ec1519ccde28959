"""The join tree of a query, and what it multiplies.

Observed in Cube: joins go only in the direction declared; every needed cube is tried as root, in order; the tree with
the fewest joins wins, the earlier root on a tie; of equally long paths the one declared first.

A path of several cubes, `Orders → Users → Cities`, asks for its last cube by way of the others: written in a member
(`${CUBE.Users.Cities.name}`), a view (`joinPath`) or a query (`Orders.Users.Cities.name`, `joinHints`). Paths win over
shortest ones, whatever the order of members; two that bring one cube in by different joins are refused.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import msgspec

from cubeproof.diagnostics import Related
from cubeproof.lower import ir
from cubeproof.plan.report import Report

Path: TypeAlias = tuple[str, ...]
"""Cubes, each joined from the one before it; a single cube is needed by whatever way."""


Edges: TypeAlias = Mapping[str, Mapping[str, Any]]

KEPT = 64
"""Cubes whose surroundings are kept for the next query."""


class Tree(msgspec.Struct, frozen=True):
    """A root and the joins in an order in which each one's source is already there."""

    root: str
    joins: tuple[ir.Join, ...]

    @property
    def cubes(self) -> Path:
        """The root and all that is joined, in order."""
        return (self.root, *(join.target for join in self.joins))

    def path(self, cube: str) -> Path:
        """The cubes from the root to one that the tree holds."""
        return _path({join.target: join for join in self.joins}, cube)


class Way(msgspec.Struct, frozen=True):
    """The shortest way from one cube to another; of several that are equally short the one declared first."""

    joins: tuple[ir.Join, ...]
    rivals: tuple[ir.Join | None, ...]
    """For each join, one to the same cube that would make a way as short."""


class Graph:
    """The joins of a model, laid out for looking for ways. The same for every caller and query."""

    __slots__ = ("_ahead", "_behind", "_from", "_to", "model")

    def __init__(self, model: ir.Model) -> None:
        self.model = model
        cubes = model.cubes
        self._from = {
            name: {join.target: join for join in cube.joins if join.target in cubes}
            for name, cube in cubes.items()
        }
        """For each cube the cubes that it joins, as declared."""
        self._to: dict[str, dict[str, None]] = {name: {} for name in cubes}
        for name, joins in self._from.items():
            for target in joins:
                self._to[target][name] = None
        self._ahead: dict[str, _Around] = {}
        self._behind: dict[str, _Around] = {}

    def tree(self, needed: Iterable[Path], report: Report) -> Tree | None:
        """The tree that holds all needed paths; None, with a report, if there is none."""
        asked = sorted(dict.fromkeys(needed), key=lambda path: len(path) == 1)
        best: _Growing | None = None
        for root in dict.fromkeys(path[0] for path in asked):
            growing = _Growing(self, root)
            for path in asked:
                if not growing.add(path) or (best and len(growing.joins) >= len(best.joins)):
                    break
            else:
                best = growing
        if best is None:
            self._report_none(asked, report)
            return None
        for cube, (rival, start) in best.rivals.items():
            before = self.way(start, rival.source)
            assert before is not None  # noqa: S101 — it is on a way from there
            _report_rival(best, cube, (*before.joins, rival), report)
        tree = Tree(root=best.root, joins=tuple(best.joins.values()))
        return tree if _one_source(self.model, tree, report) else None

    def way(self, start: str, end: str) -> Way | None:
        """The shortest way; None if there is no way."""
        layers = self._layers(start, end) if start in self._from and end in self._from else None
        if layers is None:
            return None
        joins: list[ir.Join] = []
        rivals: list[ir.Join | None] = []
        at = start
        for before, layer in pairwise(layers):
            join = next(join for target, join in self._from[at].items() if target in layer)
            others = (name for name in self._to[join.target] if name in before and name != at)
            rivals.append(next((self._from[name][join.target] for name in others), None))
            joins.append(join)
            at = join.target
        return Way(tuple(joins), tuple(rivals))

    def _layers(self, start: str, end: str) -> list[set[str]] | None:
        """The cubes on all shortest ways, by their distance from the start: looked for from both ends."""
        forward, backward = _around(start, self._from, self._ahead), _around(end, self._to, self._behind)
        for length in range(len(self._from)):
            while len(forward.levels) + len(backward.levels) - 2 < length:
                nearer = min(forward, backward, key=lambda around: len(around.levels[-1]))
                if not nearer.grow():
                    return None
            split = min(length, len(forward.levels) - 1)
            meeting = forward.levels[split] & backward.levels[length - split]
            if meeting:
                layers = [meeting]
                for layer in reversed(forward.levels[:split]):
                    layers.insert(0, layer & _next(layers[0], self._to))
                for layer in reversed(backward.levels[: length - split]):
                    layers.append(layer & _next(layers[-1], self._from))
                return layers
        return None

    def _report_none(self, asked: list[Path], report: Report) -> None:
        for path in asked:
            for start, end in pairwise(path):
                if self.way(start, end) is None:
                    message = (
                        f"the path `{'.'.join(path)}` goes from `{start}` to `{end}`, and no join leads there"
                    )
                    advice = f"declare a join to `{end}` in `{start}`; joins are followed only as declared"
                    report.add("E360", message, help=advice, cube=start)
                    return
        cubes = tuple(dict.fromkeys(cube for path in asked for cube in path))
        for root in dict.fromkeys(path[0] for path in asked):
            if all(self.way(root, cube) is not None for cube in cubes):
                growing = _Growing(self, root)
                assert not all(growing.add(path) for path in asked)  # noqa: S101 — else it were the tree
                _report_clash(growing, report)
                return
        from cubeproof.plan.unreachable import report_unreachable

        report_unreachable(self, cubes, report)


def _next(layer: set[str], edges: Edges) -> set[str]:
    return set().union(*(edges[name] for name in layer))


class _Around:
    """The cubes around one, by their distance, as far as they were looked for."""

    __slots__ = ("edges", "levels", "seen")

    def __init__(self, cube: str, edges: Edges) -> None:
        self.edges, self.levels, self.seen = edges, [{cube}], {cube}

    def grow(self) -> bool:
        """Look a step further; False if nothing is there."""
        found = _next(self.levels[-1], self.edges) - self.seen
        if found:
            self.levels.append(found)
            self.seen |= found
        return bool(found)


def _around(cube: str, edges: Edges, known: dict[str, _Around]) -> _Around:
    if cube not in known:
        if len(known) >= KEPT:
            known.clear()
        known[cube] = _Around(cube, edges)
    return known[cube]


class _Growing:
    """A tree as it grows from a root."""

    __slots__ = ("clash", "graph", "joins", "rivals", "root")

    def __init__(self, graph: Graph, root: str) -> None:
        self.graph, self.root = graph, root
        self.joins: dict[str, ir.Join] = {}
        self.rivals: dict[str, tuple[ir.Join, str]] = {}
        """By target: a join that would do as well, at the end of a way from a cube of the tree."""
        self.clash: tuple[Path, Path] | None = None

    def add(self, path: Path) -> bool:
        """Take a path in; False if it cannot be."""
        at = self.root
        for step, cube in enumerate(path):
            if not self._join(at, cube, is_asked=step > 0):
                return False
            at = cube
        return True

    def _join(self, at: str, cube: str, *, is_asked: bool) -> bool:
        """Join `cube` by the way from `at`; one that is there is left where it is, unless this way is asked for."""
        is_there = cube == self.root or cube in self.joins
        if is_there and not is_asked:
            return True
        way = self.graph.way(at, cube)
        if way is None:
            return False
        if is_there:
            if self.joins.get(cube) == way.joins[-1]:
                return True
            self.clash = (self.path(cube), (*self.path(at), *(join.target for join in way.joins)))
            return False
        new: dict[str, ir.Join] = {}
        for join, rival in zip(reversed(way.joins), reversed(way.rivals), strict=True):
            if join.target == self.root or join.target in self.joins:
                break
            new[join.target] = join
            if rival is not None:
                self.rivals[join.target] = (rival, at)
        self.joins.update(reversed(new.items()))
        return True

    def path(self, cube: str) -> Path:
        """The cubes from the root to one that is there."""
        return _path(self.joins, cube)


def _path(joins: Mapping[str, ir.Join], cube: str) -> Path:
    found = [cube]
    while (join := joins.get(found[-1])) is not None:
        found.append(join.source)
    return tuple(reversed(found))


def shown(path: Sequence[str]) -> str:
    """A path as people read it."""
    return " → ".join(f"`{cube}`" for cube in path)


def _report_clash(growing: _Growing, report: Report) -> None:
    assert growing.clash is not None  # noqa: S101 — every cube is reached, so a path was in the way
    first, second = growing.clash
    message = f"`{first[-1]}` would be joined by two paths: {shown(first)} and {shown(second)}"
    advice = (
        "a statement has one set of rows of each cube: ask for the members of each path in a query of its own"
    )
    report.add("E380", message, help=advice, cube=first[-1])


def _report_rival(growing: _Growing, cube: str, other: tuple[ir.Join, ...], report: Report) -> None:
    chosen = growing.path(cube)
    rival = (*growing.path(other[0].source), *(join.target for join in other))
    message = f"`{cube}` is joined by {shown(chosen)}, which is declared first; {shown(rival)} is as short"
    advice = f"say which is meant, as `{'.'.join(chosen)}.…` in the query or `joinHints`, or as a path in the model"
    related = (Related("the join that is left out", other[-1].span),)
    report.add("E381", message, severity="warning", span=growing.joins[cube].span, help=advice,
               cube=cube, related=related)  # fmt: skip


def _one_source(model: ir.Model, tree: Tree, report: Report) -> bool:
    """Whether all cubes are of one data source; else reported."""
    cubes = (tree.root, *(join.target for join in tree.joins))
    sources = {model.cubes[name].data_source: name for name in reversed(cubes)}
    if len(sources) > 1:
        listed = ", ".join(f"`{cube}` in `{source}`" for source, cube in sorted(sources.items()))
        report.add("E361", f"the query joins cubes of different data sources: {listed}")
    return len(sources) == 1


def multiplying(tree: Tree) -> dict[str, Path]:
    """For each cube whose rows the tree repeats: the path from it to the cube that repeats them, ends included."""
    edges: dict[str, list[tuple[str, bool]]] = {}
    for join in tree.joins:
        edges.setdefault(join.source, []).append((join.target, join.relationship == "one_to_many"))
        edges.setdefault(join.target, []).append((join.source, join.relationship == "many_to_one"))
    found: dict[str, Path] = {}
    for cube in (tree.root, *(join.target for join in tree.joins)):
        path = _to_many(cube, edges)
        if path is not None:
            found[cube] = path
    return found


def _to_many(start: str, edges: dict[str, list[tuple[str, bool]]]) -> Path | None:
    waiting: deque[Path] = deque([(start,)])
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
