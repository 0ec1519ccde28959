"""`extends`: what a cube has, its own and inherited, and which text each part stands in.

Merged as the newest Cube does: measures, dimensions, segments, joins, pre-aggregations and hierarchies by name, the
child's win; any other property is inherited unless given. Nothing is checked here but `extends` itself.
"""

from collections.abc import Iterator, Mapping

import msgspec

from cubeproof.evaluate import Declaration, force
from cubeproof.evaluate.values import Array, Factory, NeedsCaller, Object, Refusal, Slot, Value
from cubeproof.lower.names import GRANULARITIES, Kind, Known, Names, Outline
from cubeproof.lower.properties import Properties, duplicates, read, twice
from cubeproof.lower.report import Report
from cubeproof.lower.schema import CUBE, SECTIONS
from cubeproof.lower.symbols import CubeSymbol, Unknown
from cubeproof.lower.texts import described


class Part(msgspec.Struct, frozen=True, eq=False):
    """A property or a member: its slot, and the members that its text may name without a cube before them."""

    slot: Slot
    bare: Mapping[str, Known]


class Draft(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A cube with all that it inherits, unchecked."""

    declaration: Declaration
    properties: Mapping[str, Part]
    sections: Mapping[str, Mapping[str, Part]]
    """Measures, dimensions … by name."""
    own: Properties
    open: bool
    """Something that may have held members could not be read."""

    @property
    def name(self) -> str:
        """The cube's name."""
        return self.declaration.name


class _Body(msgspec.Struct, frozen=True, eq=False):
    properties: Mapping[str, Part]
    sections: Mapping[str, Mapping[str, Part]]
    own: Properties
    open: bool


_KINDS: tuple[tuple[str, Kind], ...] = (
    ("pre_aggregations", "pre-aggregation"),
    ("segments", "segment"),
    ("dimensions", "dimension"),
    ("measures", "measure"),
)
"""Of two with one name the later here is meant; among members that is an error of its own."""


class Inheritance:
    """Resolves the drafts of all cubes, in whatever order and files they stand."""

    def __init__(
        self, declarations: Mapping[str, Declaration], views: Mapping[str, Declaration], report: Report
    ) -> None:
        self._declarations, self._report = declarations, report
        self._stubs = {
            d.name: Outline(name=d.name, span=d.name_span, members={}, open=True)
            for d in (*declarations.values(), *views.values())
        }
        self._done: dict[str, Draft] = {}
        self._underway: list[str] = []

    def draft(self, name: str) -> Draft:
        """A cube's draft."""
        if name not in self._done:
            self._underway.append(name)
            declaration = self._declarations[name]
            body = self._body(declaration.body, name, literal=declaration.literal_name)
            self._done[name] = Draft(
                declaration=declaration,
                properties=body.properties,
                sections=body.sections,
                own=body.own,
                open=body.open,
            )
            self._underway.pop()
        return self._done[name]

    def _body(self, body: Object, name: str, *, literal: bool) -> _Body:
        own = read(body, CUBE, self._report, name)
        parent = self._parent(own, name)
        # INVARIANT: `bare` is complete before any text is forced; it is filled when all members are known.
        bare: dict[str, Known] = {}
        sections = {
            section: {
                **(parent.sections[section] if parent else {}),
                **{member: Part(slot, bare) for member, slot in self._section(own, section, name)},
            }
            for section in SECTIONS
        }
        if literal:
            bare.update(_members(sections))
        properties = {
            key: Part(slot, bare) for key, slot in own.slots.items() if key not in (*SECTIONS, "extends")
        }
        inherited = dict(parent.properties) if parent else {}
        if not own.missing("sql", "sql_table"):
            # A child's own table takes the place of its parent's, whichever way either is given.
            inherited.pop("sql", None)
            inherited.pop("sql_table", None)
        is_open = _is_open(own) or (parent.open if parent else "extends" in own.mentioned)
        return _Body(properties={**inherited, **properties}, sections=sections, own=own, open=is_open)

    def _section(self, own: Properties, section: str, cube: str) -> Iterator[tuple[str, Slot]]:
        value = own.get(section)
        if isinstance(value, Object):
            duplicates(value, self._report, cube)
            yield from value.slots.items()
        elif isinstance(value, Array):
            yield from self._named(value, own.slots[section], section, cube)

    def _named(self, values: Array, slot: Slot, section: str, cube: str) -> Iterator[tuple[str, Slot]]:
        """The list form: `[{name: 'Users', …}]`."""
        first: dict[str, Slot] = {}
        for value in values.items:
            name = value.slots.get("name") if isinstance(value, Object) else None
            if name is None or not isinstance(name.value, str) or not isinstance(value, Object):
                message = f"an entry of `{section}` has no `name`"
                self._report.add("E244", message, name.value_span if name else slot.value_span, cube=cube)
                continue
            if name.value in first:
                twice(name.value, name.value_span, first[name.value].value_span, self._report, cube)
                continue
            first[name.value] = name
            inner = Object({key: inner for key, inner in value.slots.items() if key != "name"})
            inner.duplicates, inner.broken = value.duplicates, value.broken
            yield name.value, Slot(value=inner, key_span=name.value_span, value_span=name.value_span)

    # Parents

    def _parent(self, own: Properties, name: str) -> Draft | _Body | None:
        slot = own.slots.get("extends")
        if slot is None:
            return None
        known = Names(self._stubs[name], self._stubs, {}, self._report)
        try:
            found = force(slot.value, known)
        except Refusal as refusal:
            self._report.refused(refusal, name)
            return None
        except NeedsCaller:
            self._report.add("E255", "`extends` cannot depend on a caller", slot.value_span, cube=name)
            return None
        return self._found(found, slot, name)

    def _found(self, found: Value, slot: Slot, name: str) -> Draft | _Body | None:
        match found:
            case Factory():
                return self._factory(found, name)
            case CubeSymbol():
                return self._cube(found.path[-1], slot, name)
            case Unknown():
                return None
            case _:
                pass
        shown = f"the text `{found}`" if isinstance(found, str) else described(found)
        self._report.add(
            "E255", f"`extends` is {shown}, but must be a cube", slot.value_span, cube=name,
            help=f"write the name without quotes: `extends: {found}`" if isinstance(found, str) else None,
        )  # fmt: skip
        return None

    def _factory(self, factory: Factory, name: str) -> _Body:
        return self._body(factory.body, name, literal=False)

    def _cube(self, parent: str, slot: Slot, name: str) -> Draft | None:
        if parent in self._underway:
            chain = " → ".join((*self._underway[self._underway.index(parent) :], parent))
            self._report.add("E255", f"cube `{name}` extends itself: {chain}", slot.value_span, cube=name)
            return None
        if parent not in self._declarations:
            self._report.add(
                "E255", f"`{parent}` is a view, which a cube cannot extend", slot.value_span, cube=name
            )
            return None
        return self.draft(parent)


def _is_open(own: Properties) -> bool:
    """Whether members may be missing, because something failed to evaluate or is of the wrong kind."""
    failed = own.mentioned - own.slots.keys()
    values = (own.get(section) for section in SECTIONS)
    broken = any(isinstance(value, Object) and value.broken for value in values)
    return not own.complete or broken or not failed.isdisjoint(SECTIONS)


def _members(sections: Mapping[str, Mapping[str, Part]]) -> dict[str, Known]:
    """What is known by its bare name: measures, dimensions, segments, pre-aggregations."""
    return {
        name: _known(kind, part.slot) for section, kind in _KINDS for name, part in sections[section].items()
    }


def _known(kind: Kind, slot: Slot) -> Known:
    value = slot.value
    if kind != "dimension" or not isinstance(value, Object):
        return Known(kind)
    type_slot, custom = value.slots.get("type"), value.slots.get("granularities")
    if type_slot is None or type_slot.value != "time":
        return Known(kind)
    names = tuple(custom.value.slots) if custom is not None and isinstance(custom.value, Object) else ()
    return Known(kind, (*GRANULARITIES, *names))


def outline(draft: Draft) -> Outline:
    """A cube as other cubes see it."""
    return Outline(
        name=draft.name, span=draft.declaration.name_span, members=_members(draft.sections), open=draft.open
    )
