"""Views: which members of which cubes they show, under what names, along which join path.

A view has no rows of its own; each of its members stands for one of a cube. Knows the finished cubes; plans nothing.
"""

from collections.abc import Mapping
from typing import Final, get_args

import msgspec

from cubeproof.diagnostics import Related
from cubeproof.evaluate import Declaration, force
from cubeproof.evaluate.values import NeedsCaller, Object, Refusal, Slot
from cubeproof.lower import ir
from cubeproof.lower.data import plain
from cubeproof.lower.folders import folders
from cubeproof.lower.inherit import Part
from cubeproof.lower.members import Builder
from cubeproof.lower.names import Known, Names, Outline
from cubeproof.lower.picks import INCLUDED, Pick, from_cubes, from_references
from cubeproof.lower.policies import default_filters, policies
from cubeproof.lower.properties import Properties, items, read
from cubeproof.lower.report import Report
from cubeproof.lower.schema import MEMBER_SECTIONS, NEW, RAW, Property, Schema
from cubeproof.lower.sql import MemberRef
from cubeproof.lower.symbols import CubeSymbol

_ANY: Final = Property(kind="any")
VIEW: Final[Schema] = {
    **dict.fromkeys(("title", "name", "file_name", "description"), Property(kind="text")),
    **dict.fromkeys(("shown", "public"), Property(kind="boolean")),
    "meta": _ANY,
    **dict.fromkeys(("extends", "access_policy", "default_filters"), RAW),
    **dict.fromkeys(MEMBER_SECTIONS, Property(kind="map")),
    **dict.fromkeys(("hierarchies", "view_groups"), _ANY),
    "folders": Property(kind="list"),
    "cubes": Property(kind="list", within=INCLUDED),
    "includes": Property(kind="names", gone=NEW),
    "excludes": Property(kind="names", gone=NEW),
}
_KINDS: Final = {"measures": "measure", "dimensions": "dimension", "segments": "segment"}
LONGEST_LINE: Final = 40
"""So many views may stand on one another."""


class Views:
    """Resolves the views of a model, in whatever order they stand: one may extend another, or show its members."""

    def __init__(
        self,
        declarations: Mapping[str, Declaration],
        cubes: Mapping[str, ir.Cube],
        outlines: Mapping[str, Outline],
        report: Report,
    ) -> None:
        self.declarations, self.cubes, self.outlines, self.report = declarations, cubes, outlines, report
        self.done: dict[str, ir.View] = {}
        self._parts: dict[str, tuple[ir.View, ...]] = {}
        self._rules: dict[str, tuple[Slot, ...]] = {}
        self._underway: list[str] = []

    def all(self) -> dict[str, ir.View]:
        """Every view, and the views that `split` makes of one."""
        found: dict[str, ir.View] = {}
        for name in self.declarations:
            view = self.view(name)
            found |= {one.name: one for one in (view, *self._parts[name]) if one is not None}
        return found

    def view(self, name: str) -> ir.View | None:
        """One of the declared views; None while it is being resolved itself, which is reported."""
        if name not in self.done:
            if name in self._underway or len(self._underway) > LONGEST_LINE:
                chain = " → ".join((*self._underway, name))
                self.report.add(
                    "E255",
                    f"view `{name}` stands on itself: {chain}",
                    self.declarations[name].name_span,
                    cube=name,
                )
                return None
            self._underway.append(name)
            self.done[name], self._parts[name] = self._resolved(self.declarations[name])
            self._underway.pop()
        return self.done[name]

    def _resolved(self, declaration: Declaration) -> tuple[ir.View, tuple[ir.View, ...]]:
        name, report = declaration.name, self.report
        own = read(declaration.body, VIEW, report, name)
        # Members of its own are known when they are built; any other name that means nothing is a mistake.
        closed = msgspec.structs.replace(self.outlines[name], open=False)
        names = Names(closed, self.outlines, {}, report)
        parent = self._parent(own, names)
        picks = self._picks(own, names)
        self._same_cube(picks, name)
        members = dict(parent.members) if parent else {}
        members = {key: msgspec.structs.replace(member, view=name) for key, member in members.items()}
        computed = self._inherited(parent, name) | self._own(own, name, members)
        for pick in picks:
            if not pick.split:
                self._add(pick, members, computed, name)
        rules = self._rules.get(parent.name, ()) if parent else ()
        if "access_policy" in own.slots:
            rules = (*rules, own.slots["access_policy"])
        self._rules[name] = rules
        known = self._named(names, members, computed)
        shown = [
            key
            for kind in get_args(ir.MemberKind)
            for key, m in {**members, **computed}.items()
            if kind_of(m) == kind
        ]
        view = ir.View(
            span=declaration.name_span,
            name=name,
            title=own.text("title") or (parent.title if parent else None),
            description=own.text("description") or (parent.description if parent else None),
            public=own.flag("public", "shown", default=parent.public if parent else True),
            meta=plain(own.get("meta")) if "meta" in own.slots else (parent.meta if parent else None),
            members=members,
            own=computed,
            hierarchies=self._hierarchies(picks, members, parent, name),
            folders=(*(parent.folders if parent else ()), *folders(own, names, members, shown)),
            policies=policies(tuple((rule, known) for rule in rules)),
            defaults=self._defaults(own, known, parent),
            unsupported=self._unsupported(own, parent, picks),
        )
        return view, tuple(self._part(pick, view) for pick in picks if pick.split)

    def _defaults(
        self, own: Properties, known: Names, parent: ir.View | None
    ) -> tuple[ir.DefaultFilter, ...]:
        slot = own.slots.get("default_filters")
        if slot is not None:
            return default_filters(slot, known)
        return tuple(
            msgspec.structs.replace(
                one,
                filter=msgspec.structs.replace(one.filter, member=_renamed(one.filter.member, known)),
                unless=tuple(_renamed(name, known) for name in one.unless),
            )
            for one in (parent.defaults if parent else ())
        )

    def _unsupported(self, own: Properties, parent: ir.View | None, picks: list[Pick]) -> str | None:
        """What decides over the rows of the view and has no SQL yet."""
        if parent is not None and parent.defaults and "default_filters" in own.mentioned:
            return "default filters beside those of the view that is extended"
        below = [view for pick in picks for name in pick.path if (view := self.done.get(name)) is not None]
        if any(view.policies is not None or view.defaults for view in below):
            return "a view over one with access policies or default filters"
        return next(
            (view.unsupported for view in (parent, *below) if view is not None and view.unsupported), None
        )

    def _named(
        self, names: Names, members: Mapping[str, ir.ViewMember], computed: Mapping[str, ir.Member]
    ) -> Names:
        """The names that a policy of the view knows: those of its members."""
        known = {name: Known(kind_of(member)) for name, member in computed.items()}
        known |= {name: Known(member.kind) for name, member in members.items()}
        return Names(msgspec.structs.replace(names.cube, members=known), self.outlines, known, self.report)

    def _picks(self, own: Properties, names: Names) -> list[Pick]:
        cubes = own.slots.get("cubes")
        entries = () if cubes is None else items(cubes, INCLUDED, self.report, names.cube.name)
        picks = [pick for entry in entries if (pick := from_cubes(self, entry, names)) is not None]
        return [*picks, *from_references(self, own, names)]

    def _part(self, pick: Pick, view: ir.View) -> ir.View:
        """The view of one cube that `split` sets apart: `V_Orders`."""
        name = f"{view.name}_{pick.alias}"
        members: dict[str, ir.ViewMember] = {}
        self._add(pick, members, {}, name)
        return ir.View(span=view.span, name=name, members=members, unsupported=view.unsupported)

    def _add(
        self, pick: Pick, members: dict[str, ir.ViewMember], own: Mapping[str, ir.Member], view: str
    ) -> None:
        for member in pick.members:
            before = members.get(member.name) or own.get(member.name)
            if before is None:
                members[member.name] = msgspec.structs.replace(member, view=view)
            elif not isinstance(before, ir.ViewMember) or (before.path, before.member) != (
                member.path,
                member.member,
            ):
                self.report.add(
                    "E292", f"view `{view}` has two members called `{member.name}`", member.span, cube=view,
                    help="leave one out with `excludes`, or give it an `alias` or a `prefix`",
                    related=(Related("the other is here", before.span),), once=member.name,
                )  # fmt: skip

    def _same_cube(self, picks: list[Pick], view: str) -> None:
        """Rows of one cube that are reached in two ways are two sets of rows under one alias."""
        first: dict[str, Pick] = {}
        for pick in picks:
            before = first.setdefault(pick.path[-1], pick)
            if before.path != pick.path:
                ways = " and ".join(f"`{'.'.join(one.path)}`" for one in (before, pick))
                self.report.add(
                    "E293", f"view `{view}` reaches cube `{pick.path[-1]}` in two ways: {ways}", pick.span, cube=view,
                    severity="warning", help="a query can ask for members along one of them",
                    related=(Related("the other is here", before.span),),
                )  # fmt: skip

    # What a view extends, and what it computes itself

    def _parent(self, own: Properties, names: Names) -> ir.View | None:
        slot = own.slots.get("extends")
        if slot is None:
            return None
        try:
            found = force(slot.value, names)
        except (Refusal, NeedsCaller) as refusal:
            if isinstance(refusal, Refusal):
                self.report.refused(refusal, names.cube.name)
            else:
                message = "`extends` cannot depend on a caller"
                self.report.add("E255", message, slot.value_span, cube=names.cube.name)
            return None
        if isinstance(found, CubeSymbol) and found.path[-1] in self.declarations:
            return self.view(found.path[-1])
        self.report.add("E255", "`extends` of a view must be a view", slot.value_span, cube=names.cube.name)
        return None

    def _inherited(
        self, parent: ir.View | None, view: str
    ) -> dict[str, ir.Measure | ir.Dimension | ir.Segment]:
        """What the parent computes, as members of the view."""
        own = parent.own if parent else {}
        return {name: msgspec.structs.replace(member, cube=view) for name, member in own.items()}

    def _own(
        self, own: Properties, view: str, members: dict[str, ir.ViewMember]
    ) -> dict[str, ir.Measure | ir.Dimension | ir.Segment]:
        """Members written in the view: what only forwards to a cube's member is one of `members`."""
        build = Builder(self.outlines[view], self.outlines, self.report)
        sections = {section: own.get(section) for section in MEMBER_SECTIONS}
        bare = {
            name: Known(_KINDS[section])  # type: ignore[arg-type]
            for section, value in sections.items() if isinstance(value, Object) for name in value.slots
        }  # fmt: skip
        found: dict[str, ir.Measure | ir.Dimension | ir.Segment] = {}
        for section, value in sections.items():
            for name, slot in value.slots.items() if isinstance(value, Object) else ():
                make = {"measures": build.measure, "dimensions": build.dimension, "segments": build.segment}[
                    section
                ]
                member = make(name, Part(slot, bare))
                if member is None:
                    continue
                forwarded = self._forwarded(member, _KINDS[section])
                if forwarded is None:
                    found[name] = member
                else:
                    members[name] = forwarded
        return found

    def _forwarded(self, member: ir.Member, kind: str) -> ir.ViewMember | None:
        text = getattr(member, "sql", None)
        if text is None or len(text.parts) != 1:
            return None
        (only,) = text.parts
        if not isinstance(only, MemberRef) or only.granularity is not None:
            return None
        path, name = only.path[:-1], only.path[-1]
        cube = self.cubes.get(path[-1])
        target = None if cube is None else cube.member(name)
        if target is None or kind_of(target) != kind or (isinstance(member, ir.Measure) and member.filters):
            return None
        return ir.ViewMember(
            span=member.span, view=member.cube, name=member.name, kind=kind_of(target), cube=path[-1], member=name,
            path=path, title=member.title, description=member.description, meta=member.meta,
            format=getattr(member, "format", None),
        )  # fmt: skip

    # Hierarchies

    def _hierarchies(
        self, picks: list[Pick], members: Mapping[str, ir.ViewMember], parent: ir.View | None, view: str
    ) -> tuple[ir.Hierarchy, ...]:
        """Those of the cubes, as far as the view shows their levels."""
        shown = {f"{m.cube}.{m.member}": f"{view}.{name}" for name, m in reversed(list(members.items()))}
        found: dict[str, ir.Hierarchy] = {}
        for above in parent.hierarchies if parent else ():
            levels = tuple(f"{view}.{level.partition('.')[2]}" for level in above.levels)
            found[above.name] = msgspec.structs.replace(above, levels=levels)
        for pick in picks:
            for name, hierarchy in pick.hierarchies.items():
                levels = tuple(shown[level] for level in hierarchy.levels if level in shown)
                if levels:
                    found[name] = msgspec.structs.replace(
                        hierarchy, name=name, levels=levels, source=f"{pick.path[-1]}.{hierarchy.name}"
                    )
        return tuple(found.values())


def _renamed(member: str, known: Names) -> str:
    return f"{known.cube.name}.{member.partition('.')[2]}"


def kind_of(member: ir.Member | ir.ViewMember) -> ir.MemberKind:
    """What a member is."""
    if isinstance(member, ir.ViewMember):
        return member.kind
    if isinstance(member, ir.Measure):
        return "measure"
    return "dimension" if isinstance(member, ir.Dimension) else "segment"
