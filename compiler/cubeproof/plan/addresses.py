"""Members named by a path or through a view become members of cubes: what each word of a name is only a model can tell.

    {"dimensions": ["Orders.Users.city", "Orders.createdAt.month"]}
    →   dimensions=("Users.city",), time_dimensions=(Orders.createdAt by month,), paths=(("Orders", "Users"),)

Comes before names are looked up; a name that means nothing is left as it is. What a view shows under a name of its own is
written down, for the columns of the answer.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from cubeproof.lower import ir
from cubeproof.plan.paths import Path
from cubeproof.plan.report import Report
from cubeproof.request.query import Condition, Filter, Group, Order, Query, TimeDimension, columns_once


class Addressed(msgspec.Struct, frozen=True):
    """The query with every member as `Cube.member`; the paths that it names; members that views show, by full name."""

    query: Query
    paths: tuple[Path, ...]
    shown: Mapping[str, ir.ViewMember]
    through: "Through"


class Through(msgspec.Struct, frozen=True):
    """The views that a query goes through: the names of the members that it takes from each, and which it filters by.

    Names are `Sales.city`; a range of a time dimension filters too.
    """

    views: Mapping[str, Mapping[str, None]]
    filtered: frozenset[str]


def addressed(model: ir.Model, query: Query, report: Report) -> Addressed:
    """The query in terms of cubes; the paths of `joinHints` come first."""
    known = _Addresses(model, query.join_hints, report)
    for at, hint in enumerate(query.join_hints):
        unknown = next((cube for cube in hint if cube not in model.cubes), None)
        if unknown is not None:
            report.add("E350", f"there is no cube `{unknown}`", path=f"joinHints[{at}]")
    dimensions, moved = _dimensions(known, query)
    read = msgspec.structs.replace(
        query,
        measures=_once(known.column(name) for name in query.measures),
        dimensions=dimensions,
        segments=_once(known.member(name) for name in query.segments),
        time_dimensions=columns_once((*(known.time(time) for time in query.time_dimensions), *moved)),
        filters=tuple(known.filter(item) for item in query.filters),
        order=None if query.order is None else tuple(known.order(item) for item in query.order),
    )
    filtered = {time.member for time in query.time_dimensions if time.date_range is not None}
    filtered |= {name for item in query.filters for name in _named(item)}
    through = Through(known.views, frozenset(filtered))
    return Addressed(read, tuple(known.paths), known.shown, through)


class _Addresses:
    """Reads names; `paths` collects those on the way, each once, and `shown` the members that a view stands before."""

    def __init__(self, model: ir.Model, hints: Iterable[Path], report: Report) -> None:
        self.model, self.report = model, report
        self.paths: dict[Path, None] = dict.fromkeys(hints)
        self.shown: dict[str, ir.ViewMember] = {}
        self.views: dict[str, dict[str, None]] = {}
        self._columns: dict[str, str] = {}

    def column(self, name: str) -> str:
        """The same as `member`, of what the answer shows: a column has one name."""
        found, member = self.member(name), self._behind(name)
        before = self._columns.setdefault(found, name)
        other = self._behind(before)
        if before != name and (member is not None or other is not None):
            self._twice((before, other), (name, member), found)
        if member is not None:
            self.shown[f"{member.cube}.{member.member}"] = member
        return found

    def _twice(
        self, first: tuple[str, ir.ViewMember | None], second: tuple[str, ir.ViewMember | None], found: str
    ) -> None:
        """Two names for one column; along two paths they would stand for different rows."""
        (before, other), (name, member) = first, second
        if other is not None and member is not None and other.path != member.path:
            ways = " and ".join(f"`{'.'.join(one.path)}`" for one in (other, member))
            message = f"`{before}` and `{name}` are both `{found}`, along two paths: {ways}"
            advice = "a statement has one set of rows of each cube: ask for each in a query of its own"
        else:
            message = f"`{before}` and `{name}` are the same member, and one column"
            advice = "ask for it under one of its names"
        self.report.add("E385", message, help=advice)

    def member(self, name: str) -> str:
        """`Orders.Users.city` as `Users.city`, and so what a view calls `Customers.city`."""
        member = self._behind(name)
        if member is None:
            return self._of_cube(name)
        self.paths[member.path] = None
        return ".".join((member.cube, member.member, *name.split(".")[2:]))

    def _behind(self, name: str) -> ir.ViewMember | None:
        words = name.split(".")
        view = self.model.views.get(words[0])
        if view is None or view.unsupported is not None or len(words) < 2:
            return None
        member = view.members.get(words[1])
        if member is not None:
            self.views.setdefault(view.name, {})[words[1]] = None
        return member

    def _of_cube(self, name: str) -> str:
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
        read = self.column if time.granularity else self.member
        return msgspec.structs.replace(time, member=read(time.member))

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
        name = known.column(asked)
        member, _, granularity = name.rpartition(".")
        if "." in member:
            moved.append(TimeDimension(path=f"dimensions[{at}]", member=member, granularity=granularity))
        else:
            plain[name] = None
    return tuple(plain), moved


def _named(item: Filter) -> Iterator[str]:
    """The members of a filter and of those inside it."""
    if isinstance(item, Condition):
        yield item.member
        return
    for inner in item.filters:
        yield from _named(inner)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
