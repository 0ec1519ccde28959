"""Objects of a model are read by a table: known keys, right kinds, each problem at its own place.

Keys come out in snake case. Knows the tables of `schema.py`; not what a property means.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from cubeproof.diagnostics import Related, Severity
from cubeproof.evaluate.values import UNDEFINED, Array, Function, Lazy, Object, Slot, Value
from cubeproof.lower.report import Report
from cubeproof.lower.schema import Property, Schema, camel
from cubeproof.lower.symbols import did_you_mean
from cubeproof.lower.texts import described
from cubeproof.source import Span


class Properties(msgspec.Struct, frozen=True, kw_only=True):
    """What an object holds, by keys in snake case: only what is as its table says."""

    slots: Mapping[str, Slot]
    mentioned: frozenset[str]
    """All known keys that were written, also those whose values are wrong or failed: they are not missing."""
    complete: bool
    """No part of the object failed before."""

    def get(self, key: str) -> Value:
        """The value of a property, None without it."""
        slot = self.slots.get(key)
        return None if slot is None else slot.value

    def text(self, key: str) -> str | None:
        """The value of a text, None without it."""
        value = self.get(key)
        return value if isinstance(value, str) else None

    def flag(self, *keys: str, default: bool) -> bool:
        """The value of the first of these that is there."""
        for key in keys:
            value = self.get(key)
            if isinstance(value, bool):
                return value
        return default

    def missing(self, *keys: str) -> bool:
        """Whether none of these was written, and none can be among what failed."""
        return self.complete and self.mentioned.isdisjoint(keys)


def spellings(schema: Schema) -> dict[str, str]:
    """How keys may be written, and what they are."""
    kept = _SPELLINGS.get(id(schema))
    if kept is None:
        kept = schema, {spelling: key for key in schema for spelling in (key, camel(key))}
        _SPELLINGS[id(schema)] = kept
    return kept[1]


_SPELLINGS: Final[dict[int, tuple[Schema, dict[str, str]]]] = {}
"""By the identity of a schema, which is kept for that to stay true; there are as many as there are tables of properties."""


def read(value: Object, schema: Schema, report: Report, cube: str) -> Properties:
    """An object's properties; whatever is wrong with them is reported."""
    known = spellings(schema)
    slots: dict[str, Slot] = {}
    unwritten: set[str] = set()
    duplicates(value, report, cube, schema)
    for written, slot in value.slots.items():
        key = known.get(written)
        if key is None:
            message = f"`{written}` is not a property known here"
            advice = did_you_mean(written, known)
            report.add("E242", message, slot.key_span, label="unknown property", help=advice, cube=cube)
        elif key in slots:
            twice(written, slot.key_span, slots[key].key_span, report, cube)
        elif is_left_out(slot.value, key, schema):
            unwritten.add(written)
        elif (checked := check(written, slot, schema[key], report, cube)) is not None:
            slots[key] = checked
    mentioned = {
        known[name] for name in (*value.slots, *value.broken) if name in known and name not in unwritten
    }
    return Properties(slots=slots, mentioned=frozenset(mentioned), complete="*" not in value.broken)


def is_left_out(value: Value, key: str, schema: Schema) -> bool:
    """Whether a property is as good as not written: factories with optional arguments give `undefined`.

    As Cube's validator has it, which refuses an undefined `case` and `drillMembers`. What rules on access is never left
    out by accident.
    """
    return value is UNDEFINED and schema[key].kind != "template" and key not in _NEVER_LEFT_OUT


_NEVER_LEFT_OUT: Final = (
    "case", "drill_members", "drill_member_references", "access_policy", "default_filters", "extends",
)  # fmt: skip


def duplicates(value: Object, report: Report, cube: str, schema: Schema | None = None) -> None:
    """Report the keys that were written twice in one object: only the last counts, which nobody means.

    Where SQL is lost that way, who sees which rows may depend on the order of two lines: an error. A title or a type
    that is given twice only shows, and Cube 0.11 takes the last: a warning.
    """
    known = spellings(schema) if schema is not None and value.duplicates else {}
    for key, span in value.duplicates:
        slot = value.slots.get(key)
        first = slot.key_span if slot is not None and slot.key_span.start < span.start else None
        name = known.get(key)
        harmless = schema is not None and name is not None and schema[name].kind in _HARMLESS
        twice(key, span, first, report, cube, harmless=harmless)


def twice(
    key: str, span: Span, first: Span | None, report: Report, cube: str, *, harmless: bool = False
) -> None:
    """Report a property that was written twice."""
    related = () if first is None else (Related("first written here", first),)
    severity: Severity = "warning" if harmless else "error"
    message = f"property `{key}` is written twice"
    advice = "the last one counts; Cube since 0.31 refuses the file" if harmless else None
    report.add("E249", message, span, cube=cube, related=related, severity=severity, help=advice)


def check(key: str, slot: Slot, expected: Property, report: Report, cube: str) -> Slot | None:
    """The slot, with a word in its one spelling; None if its value is not of the right kind."""
    if expected.gone is not None:
        message = f"`{key}` is not accepted by {expected.gone}"
        report.add("E280", message, slot.key_span, severity="warning", cube=cube)
    if expected.gone_list is not None and isinstance(slot.value, Array):
        message = f"`{key}` as a list is not accepted by {expected.gone_list}"
        report.add("E280", message, slot.value_span, severity="warning", cube=cube)
    if isinstance(slot.value, str) and "\0" in slot.value:
        report.add("E263", "this text holds a NUL character", slot.value_span, cube=cube)
        return None
    if expected.kind == "word":
        return _word(key, slot, expected, report, cube)
    wanted = _WANTED[expected.kind]
    if _fits(slot.value, expected):
        if expected.kind == "template" and isinstance(slot.value, str):
            _computed(key, slot, report, cube)
        return slot
    message = f"`{key}` is {described(slot.value)}, but must be {wanted}"
    report.add("E243", message, slot.value_span, cube=cube)
    return None


def _computed(key: str, slot: Slot, report: Report, cube: str) -> None:
    """A text that was computed outside of the call of `cube`: it says what it says, though Cube wants a function."""
    message = f"`{key}` is plain text, computed where no name of the model means anything; Cube refuses it"
    advice = f"write `{key}: () => …` where it is built"
    report.add("E265", message, slot.value_span, severity="info", help=advice, cube=cube)


_HARMLESS = ("text", "number", "word", "any")
"""What shows, and decides on no row. Booleans may hide (`public`) or group (`primaryKey`)."""

_WANTED = {
    "template": "a template",
    "label": "a text, or an object with `sql`",
    "names": "a name or a list of names",
    "text": "a text that is not empty",
    "texts": "a list of texts",
    "boolean": "`true` or `false`",
    "number": "a number",
    "object": "an object",
    "list": "a list",
    "map": "an object",
    "named": "an object or a list",
    "any": "anything",
    "raw": "anything",
}


def _fits(value: Value, expected: Property) -> bool:
    match expected.kind:
        case "template":
            return isinstance(value, Lazy | Function | str)
        case "label":
            return isinstance(value, str | Object | Lazy)
        case "names":
            return isinstance(value, Lazy | Function | Array | str)
        case "text":
            return isinstance(value, str) and value.strip() != ""
        case "texts":
            return isinstance(value, Array) and all(isinstance(item, str) for item in value.items)
        case "boolean":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, float) and not isinstance(value, bool)
        case "object" | "map":
            return isinstance(value, Object)
        case "list":
            return isinstance(value, Array)
        case "named":
            return isinstance(value, Object | Array)
        case _:
            return True


def _word(key: str, slot: Slot, expected: Property, report: Report, cube: str) -> Slot | None:
    value = slot.value
    word = expected.words.get(value) if isinstance(value, str) else None
    if word is None:
        shown = f"`{value}`" if isinstance(value, str) else described(value)
        choices = sorted(set(expected.words.values()))
        advice = did_you_mean(value, expected.words) if isinstance(value, str) else None
        listed = ", ".join(f"`{choice}`" for choice in choices)
        message = f"`{key}` cannot be {shown}"
        report.add("E246", message, slot.value_span, help=advice or f"it is one of {listed}", cube=cube)
        return None
    if word in expected.gone_words:
        message = f"`{key}: {value}` is not accepted by {expected.gone_words[word]}"
        report.add("E280", message, slot.value_span, severity="warning", cube=cube)
    return Slot(value=word, key_span=slot.key_span, value_span=slot.value_span)


def items(slot: Slot, schema: Schema, report: Report, cube: str) -> Iterator[Properties]:
    """The objects of a list."""
    for value in slot.value.items if isinstance(slot.value, Array) else ():
        if isinstance(value, Object):
            yield read(value, schema, report, cube)
        else:
            message = f"the list holds {described(value)}, but must hold objects"
            report.add("E243", message, slot.value_span, cube=cube)
