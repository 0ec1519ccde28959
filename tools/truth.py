"""What the right answer to a question is: worked out row by row from a world's data, with neither a planner nor SQL.

Slow and plain on purpose. The rules are those of Cube's documentation: cubes are joined from the root that needs the
fewest joins, or from where the paths of a view start; a measure counts each row of its own cube once in a group;
conditions know NULL.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from worlds import Asked, Cube, Joined, Measure, Row, World

Answer = list[tuple[Any, ...]]
Groups = Mapping[tuple[Any, ...], list[Joined]]


class Group(NamedTuple):
    """One group of a question among all: `key` holds the values of the members `names`."""

    world: World
    names: tuple[str, ...]
    groups: Groups
    key: tuple[Any, ...]


def rows(world: World, asked: Asked) -> Answer | None:
    """The rows in no order, columns as `columns` names them; None where no path joins the cubes."""
    query = asked.plain or asked.query
    world = _with_sub_queries(world, asked)
    joined = _joined(world, _needed(world, query), asked)
    if joined is None:
        return None
    kept = [
        row
        for row in joined
        if all(_holds(world, query, item, row) for item in _row_conditions(world, query))
    ]
    keys = _keys(world, query)
    groups: dict[tuple[Any, ...], list[Joined]] = {} if keys else {(): []}
    for row in kept:
        groups.setdefault(tuple(key(row) for key in keys), []).append(row)
    having = [item for item in query.get("filters", ()) if item.get("member") in world.measures]
    names = (*_once(query["dimensions"]), *(t["dimension"] for t in _grains(query)))
    found = []
    for key in groups:
        group = Group(world, names, groups, key)
        conditions = (
            _operator(item, _measure(group, world.measures[item["member"]]), "number") for item in having
        )
        if all(condition is True for condition in conditions):
            values = (_measure(group, world.measures[name]) for name in _once(query["measures"]))
            found.append((*key, *values))
    return found


def columns(query: Mapping[str, Any]) -> list[str]:
    """The columns' members, a time dimension's with its granularity behind."""
    times = (f"{t['dimension']}.{t['granularity']}" for t in _grains(query))
    return [*_once(query["dimensions"]), *times, *_once(query["measures"])]


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _with_sub_queries(world: World, asked: Asked) -> World:
    """The world with the values of the sub-query dimensions that the question needs."""
    found = dict(world.dimensions)
    text = repr(asked.plain or asked.query)
    for name, dimension in world.dimensions.items():
        users = (m.full for m in world.measures.values() if m.over == name)
        if dimension.measure is not None and any(f"'{one}'" in text for one in (name, *users)):
            key = world.cubes[dimension.cube].key[0]
            query = {"measures": [dimension.measure], "dimensions": [f"{dimension.cube}.{key}"]}
            values = dict(rows(world, Asked(query, asked.claims)) or ())
            found[name] = dimension._replace(value=_looked_up(dimension.cube, key, values))
    return world._replace(dimensions=found)


def _looked_up(cube: str, key: str, values: Mapping[Any, Any]) -> Callable[[Joined], Any]:
    def value(joined: Joined) -> Any:
        row = joined[cube]
        return None if row is None else values.get(row[key])

    return value


# Cubes and joins


def _needed(world: World, query: Mapping[str, Any]) -> list[str]:
    """Cubes in the order that a root is looked for: of measures, dimensions, segments, filters, times."""
    conditions = [leaf for item in query.get("filters", ()) for leaf in _leaves(item)]
    names = chain(
        query["measures"], query["dimensions"], query.get("segments", ()),
        (leaf["member"] for leaf in conditions if leaf["member"] in world.dimensions),
        (leaf["member"] for leaf in conditions if leaf["member"] in world.measures),
        (time["dimension"] for time in query.get("timeDimensions", ())),
    )  # fmt: skip
    return _once(cube for name in names for cube in _cubes(world, name))


def _leaves(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    inner = item.get("or") or item.get("and")
    return [item] if inner is None else [leaf for part in inner for leaf in _leaves(part)]


def _cubes(world: World, name: str) -> Sequence[str]:
    if name in world.measures:
        measure = world.measures[name]
        return (measure.cube, *(cube for inner in measure.inputs for cube in _cubes(world, inner)))
    found = world.dimensions.get(name) or world.segments[name]
    return found.cubes


def _paths(world: World, root: str) -> dict[str, list[Any]]:
    paths: dict[str, list[Any]] = {root: []}
    waiting = [root]
    for name in waiting:
        for join in world.joins:
            if join.source == name and join.target not in paths:
                paths[join.target] = [*paths[name], join]
                waiting.append(join.target)
    return paths


def _joined(world: World, needed: list[str], asked: Asked) -> list[Joined] | None:
    best: tuple[str, list[Any]] | None = None
    tenant = asked.claims.get("tenant")
    for root in needed if asked.root is None else [asked.root]:
        paths = _paths(world, root)
        if all(name in paths for name in needed):
            joins = list(dict.fromkeys(join for name in needed for join in paths[name]))
            if best is None or len(joins) < len(best[1]):
                best = root, joins
    if best is None:
        return None
    root, joins = best
    found: list[Joined] = [{root: row} for row in _visible(world.cubes[root], tenant)]
    for join in joins:
        candidates = _visible(world.cubes[join.target], tenant)
        found = [fitting for row in found for fitting in _fitting(row, join, candidates)]
    return found


def _fitting(row: Joined, join: Any, candidates: list[Row]) -> list[Joined]:
    source, pointer = row[join.source], f"{join.parent.lower()}_id"
    own, their = (pointer, "id") if join.source == join.child else ("id", pointer)
    fits = (
        []
        if source is None
        else [c for c in candidates if c[their] == source[own] and source[own] is not None]
    )
    return [{**row, join.target: c} for c in fits] or [{**row, join.target: None}]


def _visible(cube: Cube, tenant: Any) -> list[Row]:
    """The rows that a caller may see; a guard without a claim is open, as it is in Cube."""
    if not cube.guarded or tenant is None:
        return list(cube.rows)
    return [row for row in cube.rows if row["tenant"] in (tenant if isinstance(tenant, list) else [tenant])]


# Groups


def _keys(world: World, query: Mapping[str, Any]) -> list[Callable[[Joined], Any]]:
    zone = query.get("timezone", "UTC")
    keys: list[Callable[[Joined], Any]] = [
        world.dimensions[name].value for name in _once(query["dimensions"])
    ]
    for time in _grains(query):
        value = world.dimensions[time["dimension"]].value
        keys.append(lambda row, v=value, g=time["granularity"]: _truncated(v(row), g, zone))  # type: ignore[misc]
    return keys


def _grains(query: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [time for time in query.get("timeDimensions", ()) if "granularity" in time]


def _truncated(instant: datetime | None, granularity: str, zone: str) -> datetime | None:
    if instant is None:
        return None
    local = instant.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if granularity == "hour":
        return local.replace(minute=0, second=0)
    day = local.replace(hour=0, minute=0, second=0)
    match granularity:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1)
        case _:
            return day


def _measure(group: Group, measure: Measure) -> Any:
    world = group.world
    if measure.formula is not None:
        return measure.formula(*(_measure(group, world.measures[name]) for name in measure.inputs))
    if measure.stage is not None:
        return _staged(group, measure)
    distinct: dict[tuple[Any, ...], Joined] = {}
    for joined in group.groups[group.key]:
        own = joined[measure.cube]
        if own is not None:
            distinct.setdefault(tuple(own[key] for key in world.cubes[measure.cube].key), joined)
    counted = [row for row in distinct.values() if measure.kept is None or measure.kept(row) is True]
    if measure.type == "count":
        return len(counted)
    of = measure.value if measure.over is None else world.dimensions[measure.over].value
    return _aggregate(measure.type, [of(row) for row in counted if of is not None])


def _aggregate(kind: str, values: Iterable[Any]) -> Any:
    known = [value for value in values if value is not None]
    if kind == "countDistinct":
        return len(set(known))
    if not known:
        return None
    aggregates: dict[str, Callable[[list[Any]], Any]] = {
        "sum": sum, "min": min, "max": max, "avg": lambda all_: sum(all_) / len(all_),
    }  # fmt: skip
    return aggregates[kind](known)


def _staged(group: Group, measure: Measure) -> Any:
    """Of the groups that agree on the keys that are left: what the measure's input is in each, aggregated."""
    stage, world = measure.stage, group.world
    assert stage is not None  # noqa: S101 — asked for a multi-stage measure
    left = [
        at
        for at, name in enumerate(group.names)
        if name not in stage.reduce_by and (stage.group_by is None or name in stage.group_by)
    ]
    found = []
    for key, members in group.groups.items():
        if any(key[at] != group.key[at] for at in left):
            continue
        inner: dict[tuple[Any, ...], list[Joined]] = {} if stage.add else {(): members}
        for row in members if stage.add else ():
            values = tuple(world.dimensions[name].value(row) for name in stage.add)
            inner.setdefault(values, []).append(row)
        of = world.measures[stage.of]
        parts = [_measure(Group(world, stage.add, inner, values), of) for values in inner]
        found.append(_aggregate(measure.type, parts))
    return _aggregate(measure.type, found)


# Conditions: True, False, or None for unknown


def _row_conditions(world: World, query: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    ranges = [time for time in query.get("timeDimensions", ()) if "dateRange" in time]
    segments = [{"segment": name} for name in query.get("segments", ())]
    rows_ = [item for item in query.get("filters", ()) if item.get("member") not in world.measures]
    return [*ranges, *segments, *rows_]


def _holds(world: World, query: Mapping[str, Any], item: Mapping[str, Any], row: Joined) -> bool:
    return _condition(world, query, item, row) is True


def _condition(world: World, query: Mapping[str, Any], item: Mapping[str, Any], row: Joined) -> bool | None:
    if "segment" in item:
        found: bool | None = world.segments[item["segment"]].value(row)
        return found
    if "dateRange" in item:
        return _in_range(
            world.dimensions[item["dimension"]].value(row), item["dateRange"], query.get("timezone", "UTC")
        )
    if "or" in item or "and" in item:
        results = [_condition(world, query, part, row) for part in item.get("or") or item["and"]]
        decisive = "or" in item
        return decisive if decisive in results else None if None in results else not decisive
    member = world.dimensions[item["member"]]
    return _operator(item, member.value(row), member.type)


def _in_range(instant: datetime | None, span: list[str], zone: str) -> bool | None:
    if instant is None:
        return None
    local = instant.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).date()
    return date.fromisoformat(span[0]) <= local <= date.fromisoformat(span[1])


def _operator(item: Mapping[str, Any], value: Any, kind: str) -> bool | None:
    operator, values = item["operator"], item.get("values", [])
    if operator in ("set", "notSet"):
        return (value is not None) == (operator == "set")
    if operator.startswith("not"):
        if value is None:
            return True
        positive = operator[3].lower() + operator[4:]
        return not _operator({"operator": positive, "values": values}, value, kind)
    if value is None:
        return None
    if kind == "string":
        tests: dict[str, Callable[[str], bool]] = {
            "equals": lambda one: value == one,
            "contains": lambda one: one.lower() in value.lower(),
            "startsWith": lambda one: value.lower().startswith(one.lower()),
        }
        return any(tests[operator](one) for one in values)
    wanted = [one == "true" for one in values] if kind == "boolean" else [float(one) for one in values]
    compare: dict[str, Callable[[Any], bool]] = {
        "equals": lambda one: value == one,
        "gt": lambda one: value > one,
        "gte": lambda one: value >= one,
        "lt": lambda one: value < one,
        "lte": lambda one: value <= one,
    }
    return any(compare[operator](one) for one in wanted)
