"""The folders of a view: `folders: [{name: 'Who', includes: ['city', {name: 'Inner', includes: '*'}]}]`.

Shown by `meta` alone: no query knows them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cubeproof.evaluate.values import Array, Object, Slot, Value
from cubeproof.lower import ir
from cubeproof.lower.names import Names
from cubeproof.lower.properties import Properties, items, read
from cubeproof.lower.references import names_of
from cubeproof.lower.schema import Property, Schema
from cubeproof.lower.symbols import did_you_mean
from cubeproof.lower.texts import described

_FOLDER: Final[Schema] = {"name": Property(kind="text"), "includes": Property(kind="any")}
_JOINED: Final[Schema] = {"join_path": Property(kind="names")}
DEEPEST: Final = 20
"""Folders may nest so deep."""


def folders(
    own: Properties, names: Names, members: Mapping[str, ir.ViewMember], shown: Sequence[str]
) -> tuple[ir.Folder, ...]:
    """The folders that a view declares; a member that it does not show is an error."""
    slot = own.slots.get("folders")
    if slot is None:
        return ()
    read_ = (
        _folder(item, slot, names, members, shown, 1)
        for item in items(slot, _FOLDER, names.report, names.cube.name)
    )
    return tuple(folder for folder in read_ if folder is not None)


def _folder(
    found: Properties,
    slot: Slot,
    names: Names,
    members: Mapping[str, ir.ViewMember],
    shown: Sequence[str],
    depth: int,
) -> ir.Folder | None:
    for key in ("name", "includes"):
        if found.missing(key):
            names.report.add("E244", f"a folder has no `{key}`", slot.key_span, cube=names.cube.name)
    name, includes = found.text("name"), found.slots.get("includes")
    if name is None or includes is None or depth > DEEPEST:
        return None
    if includes.value == "*":
        return ir.Folder(span=includes.key_span, name=name, members=tuple(shown))
    if not isinstance(includes.value, Array):
        message = f"`includes` is {described(includes.value)}, but must be a list of names or `*`"
        names.report.add("E243", message, includes.value_span, cube=names.cube.name)
        return None
    inside = tuple(
        one
        for item in includes.value.items
        for one in _inside(item, name, includes, names, members, shown, depth)
    )
    return ir.Folder(span=includes.key_span, name=name, members=inside)


def _inside(
    item: Value,
    folder: str,
    slot: Slot,
    names: Names,
    members: Mapping[str, ir.ViewMember],
    shown: Sequence[str],
    depth: int,
) -> Iterator[str | ir.Folder]:
    if isinstance(item, str):
        if item in shown:
            yield item
        else:
            names.report.add(
                "E295", f"folder `{folder}` includes `{item[:80]}`, which the view does not have", slot.value_span,
                cube=names.cube.name, help=did_you_mean(item, shown),
            )  # fmt: skip
    elif isinstance(item, Object) and ("joinPath" in item.slots or "join_path" in item.slots):
        path = read(item, _JOINED, names.report, names.cube.name).slots.get("join_path")
        for cube in () if path is None else names_of(path.value, names, path.value_span):
            way = tuple(cube.split("."))
            yield from (name for name, member in members.items() if member.path == way)
    elif isinstance(item, Object):
        found = read(item, _FOLDER, names.report, names.cube.name)
        inner = _folder(found, slot, names, members, shown, depth + 1)
        if inner is not None:
            yield inner
    else:
        message = f"a folder includes {described(item)}, but must include names"
        names.report.add("E243", message, slot.value_span, cube=names.cube.name)
