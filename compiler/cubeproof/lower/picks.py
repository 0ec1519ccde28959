"""What a view takes from one cube: `{joinPath: Orders.Users, includes: '*', excludes: ['id'], prefix: true}`.

Also the older `includes: [Orders, Users.city]` of a whole view. Knows one entry at a time; not what a view makes of them.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec

from cubeproof.evaluate.values import Array, Object, Slot, Value
from cubeproof.lower import ir
from cubeproof.lower.data import plain
from cubeproof.lower.names import Names
from cubeproof.lower.properties import Properties, read
from cubeproof.lower.references import names_of
from cubeproof.lower.schema import Property, Schema
from cubeproof.lower.symbols import did_you_mean
from cubeproof.lower.texts import described
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.lower.views import Views

_TEXT: Final = Property(kind="text")
INCLUDED: Final[Schema] = {
    "join_path": Property(kind="names"),
    "includes": Property(kind="any"),
    "excludes": Property(kind="any"),
    "prefix": Property(kind="boolean"),
    "split": Property(kind="boolean"),
    "alias": _TEXT,
}
_RENAMED: Final[Schema] = {
    **dict.fromkeys(("name", "alias", "title", "description"), _TEXT),
    **dict.fromkeys(("format", "meta"), Property(kind="any")),
}


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """Members of one cube or view, ready for a view."""

    span: Span
    path: tuple[str, ...]
    alias: str
    members: tuple[ir.ViewMember, ...]
    hierarchies: Mapping[str, ir.Hierarchy] = {}
    split: bool = False


class _Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A name of `includes`, and how the view shows it."""

    name: str
    span: Span
    shown: Mapping[str, Value] = {}


def from_cubes(views: "Views", entry: Properties, names: Names) -> Pick | None:
    """An entry of `cubes`; None where it cannot be read, which is reported."""
    slot, report, view = entry.slots.get("join_path"), names.report, names.cube.name
    for key in ("join_path", "includes"):
        if entry.missing(key):
            report.add("E244", f"an entry of `cubes` has no `{'joinPath' if key == 'join_path' else key}`",
                       names.cube.span, cube=view, once=key)  # fmt: skip
    if slot is None or "includes" not in entry.slots:
        return None
    path = _path(views, slot, names)
    if path is None:
        return None
    alias = entry.text("alias") or path[-1]
    prefix, split = (entry.flag(key, default=False) for key in ("prefix", "split"))
    if prefix and split:
        report.add(
            "E294", "`split` and `prefix` exclude each other", entry.slots["split"].key_span, cube=view
        )
    members = _offered(views, path)
    hierarchies = {h.name: h for h in _hierarchies(views, path[-1])}
    asked = _asked(entry, members, hierarchies, names)
    before = f"{alias}_" if prefix and not split else ""
    return Pick(
        span=slot.value_span,
        path=path,
        alias=alias,
        members=tuple(_renamed(members[one.name], one, before) for one in asked if one.name in members),
        hierarchies={
            f"{before}{one.name}": hierarchies[one.name] for one in asked if one.name in hierarchies
        },
        split=split,
    )


def from_references(views: "Views", own: Properties, names: Names) -> Iterator[Pick]:
    """`includes: [Orders, Users.city]`, `excludes: [Orders.total]` of a whole view, as Cube took them before 1.3."""
    included, excluded = (own.slots.get(key) for key in ("includes", "excludes"))
    if included is None:
        return
    without = set() if excluded is None else set(names_of(excluded.value, names, excluded.value_span))
    for name in names_of(included.value, names, included.value_span):
        cube, _, member = name.rpartition(".")
        path = (cube or member,)
        if path[0] not in views.cubes:
            continue  # A name that means nothing has been reported where it was read.
        offered = _offered(views, path)
        found = {member: offered[member]} if cube and member in offered else {} if cube else offered
        kept = tuple(m for m in found.values() if f"{m.cube}.{m.member}" not in without)
        shown = (msgspec.structs.replace(m, span=included.value_span) for m in kept)
        yield Pick(span=included.value_span, path=path, alias=path[0], members=tuple(shown))


def _path(views: "Views", slot: Slot, names: Names) -> tuple[str, ...] | None:
    """The cubes of a join path; a step that no join takes is a warning: only a query needs it."""
    found = names_of(slot.value, names, slot.value_span)
    if len(found) != 1:
        return None
    path = tuple(found[0].split("."))
    known = {**views.cubes, **views.declarations}
    for name in path:
        if name not in known:
            names.report.add(
                "E250", f"the join path names `{name}`, which does not exist", slot.value_span, cube=names.cube.name,
                label="unknown cube", help=did_you_mean(name, known),
            )  # fmt: skip
            return None
    for source, target in pairwise(path):
        cube = views.cubes.get(source)
        if cube is None or all(join.target != target for join in cube.joins):
            names.report.add(
                "E291", f"`{source}` has no join to `{target}`", slot.value_span, cube=names.cube.name,
                severity="warning", help=f"declare the join in `{source}`; a query along this path is refused",
            )  # fmt: skip
    return path


def _offered(views: "Views", path: tuple[str, ...]) -> dict[str, ir.ViewMember]:
    """All members at the end of a path; those of a view lead on to their cubes."""
    cube = views.cubes.get(path[-1])
    if cube is None:
        view = views.view(path[-1])
        return dict(view.members) if view is not None else {}
    sections: tuple[tuple[ir.MemberKind, Mapping[str, ir.Member]], ...] = (
        ("measure", cube.measures), ("dimension", cube.dimensions), ("segment", cube.segments),
    )  # fmt: skip
    return {
        name: ir.ViewMember(
            span=member.span, view="", name=name, kind=kind, cube=cube.name, member=name, path=path
        )
        for kind, section in sections
        for name, member in section.items()
    }


def _hierarchies(views: "Views", name: str) -> tuple[ir.Hierarchy, ...]:
    cube = views.cubes.get(name)
    return () if cube is None else cube.hierarchies


def _asked(
    entry: Properties,
    members: Mapping[str, ir.ViewMember],
    hierarchies: Mapping[str, ir.Hierarchy],
    names: Names,
) -> list[_Asked]:
    """What is included and not excluded; a name that the cube does not have is a warning."""
    includes, excludes = entry.slots["includes"], entry.slots.get("excludes")
    known = {**members, **hierarchies}
    without = set() if excludes is None else {one.name for one in _listed(excludes, "excludes", known, names)}
    if includes.value == "*":
        asked = [_Asked(name=name, span=includes.value_span) for name in known]
    else:
        asked = list(_listed(includes, "includes", known, names))
    return [one for one in asked if one.name not in without]


def _listed(slot: Slot, key: str, known: Mapping[str, object], names: Names) -> Iterator[_Asked]:
    report, view = names.report, names.cube.name
    if not isinstance(slot.value, Array):
        if not (key == "excludes" and slot.value in ("*", None)):
            report.add(
                "E243",
                f"`{key}` is {described(slot.value)}, but must be a list of names or `*`",
                slot.value_span,
                cube=view,
            )
        return
    for item in slot.value.items:
        asked = _one(item, slot, key, names)
        if asked is None:
            continue
        if asked.name not in known:
            effect = "it shows nothing" if key == "includes" else "it hides nothing"
            report.add(
                "E290", f"`{key}` names `{asked.name}`, which the cube does not have: {effect}", asked.span, cube=view,
                severity="warning", label="unknown member", help=did_you_mean(asked.name, known), once=asked.name,
            )  # fmt: skip
        yield asked


def _one(item: Value, slot: Slot, key: str, names: Names) -> _Asked | None:
    if isinstance(item, str):
        return _Asked(name=item, span=slot.value_span)
    if isinstance(item, Object) and key == "includes":
        found = read(item, _RENAMED, names.report, names.cube.name)
        name = found.slots.get("name")
        if found.missing("name"):
            names.report.add(
                "E244", "an entry of `includes` has no `name`", slot.value_span, cube=names.cube.name
            )
        if name is None or not isinstance(name.value, str):
            return None
        return _Asked(
            name=name.value, span=name.value_span, shown={k: s.value for k, s in found.slots.items()}
        )
    message = f"`{key}` holds {described(item)}, but must hold names"
    names.report.add("E243", message, slot.value_span, cube=names.cube.name)
    return None


def _renamed(member: ir.ViewMember, asked: _Asked, before: str) -> ir.ViewMember:
    texts = {key: value for key, value in asked.shown.items() if isinstance(value, str)}
    data = {key: plain(asked.shown[key]) for key in ("format", "meta") if key in asked.shown}
    return msgspec.structs.replace(
        member,
        span=asked.span,
        name=before + texts.get("alias", asked.name),
        title=texts.get("title", member.title),
        description=texts.get("description", member.description),
        **data,
    )
