"""`extends`: what a cube has, its own and inherited, and which text each part stands in.

Merged as the newest Cube does: measures, dimensions, segments, joins, pre-aggregations and hierarchies by name, the
child's win; any other property is inherited unless given. Nothing is checked here but `extends` itself.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from cubeproof.evaluate import Declaration, force
from cubeproof.evaluate.values import Array, Factory, NeedsCaller, Object, Refusal, Slot, Value
from cubeproof.lower.names import GRANULARITIES, Kind, Known, Names, Outline
from cubeproof.lower.properties import Properties, duplicates, read, twice
from cubeproof.lower.report import Report
from cubeproof.lower.schema import CUBE, DIMENSION_TYPES, SECTIONS
from cubeproof.lower.symbols import CubeSymbol, Unknown
from cubeproof.lower.texts import described

LONGEST_LINE: Final = 40
"""So many cubes may extend each other in one line."""


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
    policies: tuple[Part, ...]
    """Access policies add up: those of the parents, outermost first, then the cube's own."""
    own: Properties
    open: bool
    """Something that may have held members could not be read."""
    depth: int
    """How many cubes it extends, one through the other."""
    parent: str | None = None
    """The cube that it extends, if that has a name."""
    replaced: Part | None = None
    """The `sql` of a cube without a name that its own takes the place of."""

    @property
    def name(self) -> str:
        """The cube's name."""
        return self.declaration.name


class _Body(msgspec.Struct, frozen=True, eq=False):
    properties: Mapping[str, Part]
    sections: Mapping[str, Mapping[str, Part]]
    policies: tuple[Part, ...]
    own: Properties
    open: bool
    depth: int
    parent: str | None
    replaced: Part | None


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
        self._underway: list[tuple[Object, str]] = []
        """Whose parents are being looked up, outermost first: the body, and what to call it."""

    def draft(self, name: str) -> Draft:
        """A cube's draft."""
        if name not in self._done:
            self._done[name] = self.apart(self._declarations[name])
        return self._done[name]

    def apart(self, declaration: Declaration) -> Draft:
        """The draft of a declaration that no other cube extends, since its name is not its own."""
        body = self._body(declaration.body, declaration.name, literal=declaration.literal_name)
        return Draft(
            declaration=declaration,
            properties=body.properties,
            sections=body.sections,
            policies=body.policies,
            own=body.own,
            open=body.open,
            depth=body.depth,
            parent=body.parent,
            replaced=body.replaced,
        )

    def _body(self, body: Object, name: str, *, literal: bool) -> _Body:
        own = read(body, CUBE, self._report, name)
        self._underway.append((body, name))
        parent = self._parent(own, name)
        self._underway.pop()
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
        policy = properties.pop("access_policy", None)
        replaced: Part | None = None
        if not own.missing("sql", "sql_table"):
            # A child's own table takes the place of its parent's, whichever way either is given.
            replaced = inherited.pop("sql", None)
            inherited.pop("sql_table", None)
        is_open = _is_open(own) or (parent.open if parent else "extends" in own.mentioned)
        return _Body(
            properties={**inherited, **properties},
            sections=sections,
            policies=(*(parent.policies if parent else ()), *((policy,) if policy else ())),
            own=own,
            open=is_open,
            depth=parent.depth + 1 if parent else 0,
            parent=parent.name if isinstance(parent, Draft) else None,
            replaced=None if isinstance(parent, Draft) else replaced,
        )

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
        stub = self._stubs.get(name) or Outline(name=name, span=slot.key_span, members={}, open=True)
        known = Names(stub, self._stubs, {}, self._report)
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
        parent: Draft | _Body | None
        match found:
            case Factory():
                if self._stopped(found.body, "a cube without a name", slot, name):
                    return None
                parent = self._body(found.body, name, literal=False)
            case CubeSymbol():
                declaration = self._declarations.get(found.path[-1])
                if declaration is None:
                    message = f"`{found.path[-1]}` is a view, which a cube cannot extend"
                    self._report.add("E255", message, slot.value_span, cube=name)
                    return None
                if self._stopped(declaration.body, declaration.name, slot, name):
                    return None
                parent = self.draft(declaration.name)
            case Unknown():
                return None
            case _:
                self._no_cube(found, slot, name)
                return None
        if parent.depth == LONGEST_LINE:  # those that extend this one fail with it
            self._too_long(slot, name)
        return parent

    def _stopped(self, body: Object, called: str, slot: Slot, name: str) -> bool:
        """Report a circle, and a line that is too long to follow."""
        line = [label for other, label in self._underway]
        at = next((i for i, (other, _) in enumerate(self._underway) if other is body), None)
        if at is not None:
            chain = " → ".join((*line[at:], called))
            self._report.add("E255", f"cube `{name}` extends itself: {chain}", slot.value_span, cube=name)
            return True
        if len(line) > LONGEST_LINE:
            self._too_long(slot, name)
            return True
        return False

    def _too_long(self, slot: Slot, name: str) -> None:
        message = f"cube `{name}` extends others through more than {LONGEST_LINE} steps"
        self._report.add("E255", message, slot.value_span, cube=name)

    def _no_cube(self, found: Value, slot: Slot, name: str) -> None:
        shown = f"the text `{found}`" if isinstance(found, str) else described(found)
        advice = f"write the name without quotes: `extends: {found}`" if isinstance(found, str) else None
        message = f"`extends` is {shown}, but must be a cube"
        self._report.add("E255", message, slot.value_span, cube=name, help=advice)


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
    if type_slot is not None and type_slot.value in DIMENSION_TYPES and type_slot.value != "time":
        return Known(
            kind
        )  # a type that is missing or misspelt is an error once, not wherever it is referred to
    names = tuple(custom.value.slots) if custom is not None and isinstance(custom.value, Object) else ()
    return Known(kind, (*GRANULARITIES, *names))


def outline(draft: Draft) -> Outline:
    """A cube as other cubes see it."""
    return Outline(
        name=draft.name, span=draft.declaration.name_span, members=_members(draft.sections), open=draft.open
    )
