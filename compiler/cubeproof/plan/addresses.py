"""Members named by a path become members, paths and granularities: what each word of a name is only a model can tell.

    {"dimensions": ["Orders.Users.city", "Orders.createdAt.month"]}
    →   dimensions=("Users.city",), time_dimensions=(Orders.createdAt by month,), paths=(("Orders", "Users"),)

Comes before names are looked up; a name that means nothing is left as it is.
"""

from collections.abc import Iterable

import msgspec

from cubeproof.lower import ir
from cubeproof.plan.paths import Path
from cubeproof.plan.report import Report
from cubeproof.request.query import Condition, Filter, Group, Order, Query, TimeDimension, columns_once


def addressed(model: ir.Model, query: Query, report: Report) -> tuple[Query, tuple[Path, ...]]:
    """The query with every member as `Cube.member`, and the paths that it names, those of `joinHints` first."""
    known = _Addresses(model, query.join_hints)
    for at, hint in enumerate(query.join_hints):
        unknown = next((cube for cube in hint if cube not in model.cubes), None)
        if unknown is not None:
            report.add("E350", f"there is no cube `{unknown}`", path=f"joinHints[{at}]")
    dimensions, moved = _dimensions(known, query)
    read = msgspec.structs.replace(
        query,
        measures=_once(known.member(name) for name in query.measures),
        dimensions=dimensions,
        segments=_once(known.member(name) for name in query.segments),
        time_dimensions=columns_once((*(known.time(time) for time in query.time_dimensions), *moved)),
        filters=tuple(known.filter(item) for item in query.filters),
        order=None if query.order is None else tuple(known.order(item) for item in query.order),
    )
    return read, tuple(known.paths)


class _Addresses:
    """Reads names; `paths` collects those on the way, each once."""

    def __init__(self, model: ir.Model, hints: Iterable[Path]) -> None:
        self.model = model
        self.paths: dict[Path, None] = dict.fromkeys(hints)

    def member(self, name: str) -> str:
        """`Orders.Users.city` as `Users.city`."""
        if name.count(".") < 2:
            return name
        cubes, words = self.model.cubes, name.split(".")
        step = 0
        while step + 2 < len(words) and words[step] in cubes and words[step + 1] in cubes:
            if cubes[words[step]].member(words[step + 1]) is not None:
                break
            step += 1
        if step:
            self.paths[tuple(words[: step + 1])] = None
        return ".".join(words[step:])

    def time(self, time: TimeDimension) -> TimeDimension:
        """The same, of a time dimension."""
        return msgspec.structs.replace(time, member=self.member(time.member))

    def filter(self, item: Filter) -> Filter:
        """The same, of a filter and those inside it."""
        if isinstance(item, Group):
            return Group(path=item.path, kind=item.kind, filters=tuple(map(self.filter, item.filters)))
        return Condition(
            path=item.path, member=self.member(item.member), operator=item.operator, values=item.values
        )

    def order(self, item: Order) -> Order:
        """The same, of a key of the order."""
        return msgspec.structs.replace(item, member=self.member(item.member))


def _dimensions(known: _Addresses, query: Query) -> tuple[tuple[str, ...], list[TimeDimension]]:
    """The plain dimensions, and those with a granularity behind them: `Orders.createdAt.month`."""
    plain: dict[str, None] = {}
    moved: list[TimeDimension] = []
    for at, asked in enumerate(query.dimensions):
        name = known.member(asked)
        member, _, granularity = name.rpartition(".")
        if "." in member:
            moved.append(TimeDimension(path=f"dimensions[{at}]", member=member, granularity=granularity))
        else:
            plain[name] = None
    return tuple(plain), moved


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
