"""A model's cubes and members in the shape of Cube's `/v1/meta`. Prints nothing.

What is not given is absent; what is not public is left out, as in Cube. Titles are made from names where the model
gives none: `lineItems` is `Line Items`.
"""

import re
from typing import Any, Final

from cubeproof.lower import ir

_SMALL_WORDS: Final = frozenset(
    "and or nor a an the so but to of at by from into on onto off out in over with for".split()
)
_TYPED: Final = frozenset({"number", "string", "time", "boolean"})
"""Types of calculated measures, which are types of values too; every other measure is a number."""


def listing(model: ir.Model) -> dict[str, Any]:
    """`{"cubes": […]}`: every public cube with its public members, in the order of the model."""
    components = _components(model)
    cubes = [_cube(cube, components.get(cube.name)) for cube in model.cubes.values() if cube.public]
    return {"cubes": cubes}


def titled(name: str) -> str:
    """A title for a name, as Cube makes it: `createdAt` is `Created at`, `userId` is `User Id`."""
    words = re.sub(r"([A-Z])", r"_\1", name).removeprefix("_").lower().replace("_", " ").split(" ")
    title = " ".join("-".join(_word(part) for part in word.split("-")) for word in words)
    return title[:1].upper() + title[1:]


def _word(word: str) -> str:
    return word if word in _SMALL_WORDS else word.capitalize()


def _cube(cube: ir.Cube, component: int | None) -> dict[str, Any]:
    title = cube.title or titled(cube.name)
    return _given(
        name=cube.name,
        type="cube",
        title=title,
        description=cube.description,
        isVisible=True,
        public=True,
        connectedComponent=component,
        meta=cube.meta,
        measures=[_measure(title, measure) for measure in cube.measures.values() if measure.public],
        dimensions=[
            _dimension(title, dimension) for dimension in cube.dimensions.values() if dimension.public
        ],
        segments=[_member(title, segment) for segment in cube.segments.values() if segment.public],
    )


def _member(cube: str, member: ir.Member) -> dict[str, Any]:
    short = member.short_title or member.title or titled(member.name)
    return _given(
        name=f"{member.cube}.{member.name}",
        title=f"{cube} {member.title or titled(member.name)}",
        shortTitle=short,
        description=member.description,
        meta=member.meta,
        isVisible=True,
        public=True,
    )


def _measure(cube: str, measure: ir.Measure) -> dict[str, Any]:
    cumulative = "rolling_window" in measure.extra
    drill = measure.drill_members
    return {
        **_member(cube, measure),
        **_given(
            type=measure.type if measure.type in _TYPED else "number",
            aggType=measure.type,
            format=measure.format,
            cumulative=cumulative,
            cumulativeTotal=cumulative,
            drillMembers=list(drill),
        ),
    }


def _dimension(cube: str, dimension: ir.Dimension) -> dict[str, Any]:
    return {
        **_member(cube, dimension),
        **_given(
            type=dimension.type,
            format=dimension.format,
            primaryKey=dimension.primary_key,
            suggestFilterValues=dimension.suggest_filter_values,
        ),
    }


def _given(**properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


def _components(model: ir.Model) -> dict[str, int]:
    """Number the groups of cubes that joins connect, from 1, in the order of the model; empty without any join."""
    neighbours: dict[str, list[str]] = {name: [] for name in model.cubes}
    for cube in model.cubes.values():
        for join in cube.joins:
            if join.target in neighbours:
                neighbours[cube.name].append(join.target)
                neighbours[join.target].append(cube.name)
    if not any(neighbours.values()):
        return {}
    numbers: dict[str, int] = {}
    for name in neighbours:
        if name in numbers:
            continue
        number = max(numbers.values(), default=0) + 1
        waiting = [name]
        while waiting:
            at = waiting.pop()
            if at not in numbers:
                numbers[at] = number
                waiting += neighbours[at]
    return numbers
