"""What a model offers, as Cube's `/v1/meta` shows it. Hidden members are there, with `public` false.

The shape is that of Cube 0.35 and 1.7; what is not given is absent. Knows no SQL.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from cubeproof.lower import ir
from cubeproof.lower.schema import camel

_SMALL: Final = frozenset(
    "a an and at but by for from in into nor of off on onto or out over so the to with".split()
)
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+")
_VALUE_TYPES: Final = ("string", "time", "boolean")


def meta(model: ir.Model) -> dict[str, Any]:
    """`{"cubes": [{"name", "title", "measures": […], "dimensions": […], "segments": […], …}]}`, ready for JSON.

    In the order of the model. `connectedComponent` numbers the groups of cubes that joins connect; a cube without
    joins has none.
    """
    components = _components(model)
    cubes = [_cube(model, cube, components.get(cube.name)) for cube in model.cubes.values()]
    return {"cubes": [*cubes, *(_view(model, view) for view in model.views.values())]}


def titleize(name: str) -> str:
    """A name as a title, as Cube makes it.

    >>> titleize("createdAt"), titleize("user_id"), titleize("numberOfOrders2day")
    ('Created at', 'User ID', 'Number of Orders2 Day')
    """
    words = [word.lower() for word in _WORD.findall(name)]
    shown = (word if at and word in _SMALL else word.capitalize() for at, word in enumerate(words))
    return " ".join("ID" if word == "Id" else "IDs" if word == "Ids" else word for word in shown)


def _cube(model: ir.Model, cube: ir.Cube, component: int | None) -> dict[str, Any]:
    title = cube.title or titleize(cube.name)
    return _given(
        name=cube.name,
        type="cube",
        title=title,
        description=cube.description,
        isVisible=cube.public,
        public=cube.public,
        connectedComponent=component,
        meta=cube.meta,
        measures=[_measure(model, cube, title, member) for member in cube.measures.values()],
        dimensions=[_dimension(cube, title, member) for member in cube.dimensions.values()],
        segments=[_member(cube, title, member) for member in cube.segments.values()],
        hierarchies=[_hierarchy(cube, one) for one in cube.hierarchies],
        folders=[],
        nestedFolders=[],
    )


def _member(owner: ir.Cube | ir.View, title: str, member: ir.Member) -> dict[str, Any]:
    short = member.title or titleize(member.name)
    public = owner.public and member.public
    return _given(
        name=f"{owner.name}.{member.name}",
        title=f"{title} {short}",
        shortTitle=member.short_title or short,
        description=member.description,
        meta=member.meta,
        isVisible=public,
        public=public,
    )


def _measure(model: ir.Model, owner: ir.Cube | ir.View, title: str, measure: ir.Measure) -> dict[str, Any]:
    cumulative = measure.type == "running_total" or measure.rolling_window is not None or measure.cumulative
    return _member(owner, title, measure) | _given(
        type=measure.type if measure.type in _VALUE_TYPES else "number",
        aggType=camel(measure.type),
        format=measure.format,
        currency=_upper(measure.currency),
        cumulative=cumulative,
        cumulativeTotal=cumulative,
        drillMembers=list(measure.drill_members),
        drillMembersGrouped={
            "measures": [name for name in measure.drill_members if _is(model, name, "measures")],
            "dimensions": [name for name in measure.drill_members if _is(model, name, "dimensions")],
        },
    )


def _dimension(owner: ir.Cube | ir.View, title: str, dimension: ir.Dimension) -> dict[str, Any]:
    custom = tuple(dimension.granularities.values())
    return _member(owner, title, dimension) | _given(
        type="string" if dimension.type == "switch" else dimension.type,
        format=dimension.format,
        currency=_upper(dimension.currency),
        primaryKey=dimension.primary_key,
        suggestFilterValues=dimension.suggest_filter_values,
        granularities=[_granularity(granularity) for granularity in custom] or None,
        order=dimension.order,
    )


def _granularity(granularity: ir.Granularity) -> dict[str, Any]:
    return _given(
        name=granularity.name,
        title=granularity.title or titleize(granularity.name),
        interval=granularity.texts.get("interval"),
        offset=granularity.texts.get("offset"),
        origin=granularity.texts.get("origin"),
    )


def _hierarchy(owner: ir.Cube | ir.View, one: ir.Hierarchy) -> dict[str, Any]:
    return _given(
        name=f"{owner.name}.{one.name}", title=one.title, levels=list(one.levels), aliasMember=one.source, public=one.public
    )  # fmt: skip


# Views: the members of their cubes under other names


def _view(model: ir.Model, view: ir.View) -> dict[str, Any]:
    title = view.title or titleize(view.name)
    names = {f"{m.cube}.{m.member}": f"{view.name}.{m.name}" for m in reversed(list(view.members.values()))}
    shown: dict[str, list[dict[str, Any]]] = {"measures": [], "dimensions": [], "segments": []}
    for member in _members(model, view):
        match member:
            case ir.Measure():
                drill = tuple(names[name] for name in member.drill_members if name in names)
                moved = msgspec.structs.replace(member, drill_members=drill)
                shown["measures"].append(_measure(model, view, title, moved) | _behind(view, member))
            case ir.Dimension():
                shown["dimensions"].append(_dimension(view, title, member) | _behind(view, member))
            case _:
                shown["segments"].append(_member(view, title, member))
    return _given(
        name=view.name,
        type="view",
        title=title,
        description=view.description,
        isVisible=view.public,
        public=view.public,
        meta=view.meta,
        **shown,
        hierarchies=[_hierarchy(view, one) for one in view.hierarchies],
        folders=[
            {"name": folder.name, "members": list(dict.fromkeys(_flat(view, folder)))}
            for folder in view.folders
        ],
        nestedFolders=[_nested(view, folder) for folder in view.folders],
    )


def _members(model: ir.Model, view: ir.View) -> Iterator[ir.Member]:
    """What a view computes itself, then what it shows, as members of its own: keys among them are plain columns."""
    yield from view.own.values()
    for shown in view.members.values():
        member = model.cubes[shown.cube].member(shown.member)
        assert member is not None  # noqa: S101 — lowering found it
        changes: dict[str, Any] = {"cube": view.name, "name": shown.name, "public": True}
        for key in ("title", "description", "meta", "format"):
            if (value := getattr(shown, key)) is not None:
                changes[key] = value
        if isinstance(member, ir.Dimension):
            changes["primary_key"] = False
        if isinstance(member, ir.Segment):
            changes.pop("format", None)
        yield msgspec.structs.replace(member, **changes)


def _behind(view: ir.View, member: ir.Member) -> dict[str, Any]:
    shown = view.members.get(member.name)
    return {} if shown is None else {"aliasMember": f"{shown.cube}.{shown.member}"}


def _flat(view: ir.View, folder: ir.Folder) -> Iterator[str]:
    for member in folder.members:
        if isinstance(member, str):
            yield f"{view.name}.{member}"
        else:
            yield from _flat(view, member)


def _nested(view: ir.View, folder: ir.Folder) -> dict[str, Any]:
    members = [f"{view.name}.{m}" if isinstance(m, str) else _nested(view, m) for m in folder.members]
    return {"name": folder.name, "members": members}


def _given(**properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


def _upper(currency: Any) -> str | None:
    return currency.upper() if isinstance(currency, str) else None


def _is(model: ir.Model, name: str, section: str) -> bool:
    cube, _, member = name.partition(".")
    if cube in model.views:
        shown = model.views[cube].members.get(member)
        return shown is not None and f"{shown.kind}s" == section
    found = model.cubes.get(cube)
    return found is not None and member in (found.measures if section == "measures" else found.dimensions)


def _components(model: ir.Model) -> dict[str, int]:
    """The number of each joined cube's group: the place, from 1, of the first cube in it among those that join."""
    neighbours: dict[str, dict[str, None]] = {}
    for cube in model.cubes.values():
        for join in cube.joins:
            neighbours.setdefault(join.source, {})[join.target] = None
    starts = tuple(neighbours)
    for cube in model.cubes.values():
        for join in cube.joins:
            neighbours.setdefault(join.target, {})[join.source] = None
    numbers: dict[str, int] = {}
    for number, start in enumerate(starts, 1):
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name not in numbers:
                numbers[name] = number
                waiting.extend(neighbours[name])
    return numbers
