"""Measures, dimensions and segments: from their properties to the IR, every template forced once.

A member whose SQL cannot be written yet carries the reason (`unsupported`). Knows one cube at a time; what members mean
to each other is checked in `checks.py`.
"""

from collections.abc import Mapping
from typing import Any, Final

from cubeproof.evaluate.values import Array, Object, Slot
from cubeproof.lower import ir, schema, sql
from cubeproof.lower.cases import case
from cubeproof.lower.data import plain
from cubeproof.lower.granularities import granularities
from cubeproof.lower.inherit import Part
from cubeproof.lower.names import Known, Names, Outline
from cubeproof.lower.pieces import (
    SQL_ALONE,
    conditions,
    given,
    inner_sql,
    inside,
    misplaced,
    reference,
    references,
    require,
    sql_at,
    wrong_kind,
)
from cubeproof.lower.properties import Properties, read
from cubeproof.lower.report import Report
from cubeproof.lower.stages import calendar_shifts, rolling_window, stages
from cubeproof.lower.templates import template
from cubeproof.lower.texts import described
from cubeproof.source import Span

_VALUE_TYPES: Final = ("string", "boolean", "time")


class Builder:
    """Builds the members of one cube."""

    def __init__(self, outline: Outline, outlines: Mapping[str, Outline], report: Report) -> None:
        self.outline, self.outlines, self.report = outline, outlines, report
        self.cube = outline.name

    def names(self, bare: Mapping[str, Known]) -> Names:
        """The names that a text knows."""
        return Names(self.outline, self.outlines, bare, self.report)

    def measure(self, name: str, part: Part) -> ir.Measure | None:
        """A measure."""
        found = self._read(part, schema.MEASURE)
        if found is None:
            return None
        names, span = self.names(part.bare), part.slot.key_span
        what = f"measure `{name}`"
        kind = found.text("type")
        require(found, "type", what, span, names)
        staged = stages(found, names, what, ())
        if kind == "rank":
            require(found, "multi_stage", f"{what} of type `rank`", span, names)
        elif kind not in ("count", None) and staged is None:
            require(found, "sql", what, span, names)
        if kind in _VALUE_TYPES:
            misplaced(found, "currency", f"{what} of type `{kind}` has no currency", names)
        window = rolling_window(found.slots.get("rolling_window"), names)
        key = "drill_members" if "drill_members" in found.slots else "drill_member_references"
        return ir.Measure(
            **self._shown(found, name, span, names),
            type=kind or "number",
            sql=_counted(found, names) if kind == "count" else sql_at(found, "sql", names),
            filters=conditions(found, "filters", "a filter", names),
            format=plain(found.get("format")),
            currency=found.text("currency"),
            cumulative=found.get("cumulative") is True,
            drill_members=references(found, key, names) or (),
            drill_filters=conditions(found, "drill_filters", "a filter", names),
            rolling_window=window,
            stages=staged,
            unsupported=_measure_unsupported(kind),
        )

    def dimension(self, name: str, part: Part) -> ir.Dimension | None:
        """A dimension."""
        found = self._read(part, schema.DIMENSION)
        if found is None:
            return None
        names, span = self.names(part.bare), part.slot.key_span
        what = f"dimension `{name}`"
        require(found, "type", what, span, names)
        kind = found.text("type") or "string"
        self._one_source(found, what, kind, span, names)
        primary = found.flag("primary_key", default=False)
        sub_query = found.flag("sub_query", default=False)
        staged = stages(found, names, what, ("case", "time_shift"))
        written, switch = case(found.slots.get("case"), what, names)
        unsupported = "multi-stage dimensions" if staged else None
        if kind == "switch" or switch is not None:
            unsupported = "switch dimensions"
        return ir.Dimension(
            **self._shown(found, name, span, names, public=not primary),
            type=kind,
            sql=sql_at(found, "sql", names),
            case=written,
            switch=switch,
            latitude=inner_sql(found, "latitude", names),
            longitude=inner_sql(found, "longitude", names),
            primary_key=primary,
            sub_query=sub_query,
            propagate_filters=found.flag("propagate_filters_to_sub_query", default=False),
            format=plain(found.get("format")),
            currency=found.text("currency"),
            suggest_filter_values=found.flag("suggest_filter_values", default=True),
            granularities=granularities(found.slots.get("granularities"), kind == "time", names),
            values=self._values(found, what, kind, span, names),
            key=reference(found, "key", names),
            order=found.text("order"),
            stages=staged,
            time_shift=calendar_shifts(found.slots.get("time_shift"), names),
            unsupported=unsupported,
        )

    def segment(self, name: str, part: Part) -> ir.Segment | None:
        """A segment."""
        found = self._read(part, schema.SEGMENT)
        if found is None:
            return None
        names, span = self.names(part.bare), part.slot.key_span
        require(found, "sql", f"segment `{name}`", span, names)
        text = sql_at(found, "sql", names)
        return ir.Segment(**self._shown(found, name, span, names), sql=text or sql.Sql(parts=(), span=span))

    # Pieces

    def _read(self, part: Part, table: schema.Schema) -> Properties | None:
        value = part.slot.value
        if isinstance(value, Object):
            return read(value, table, self.report, self.cube)
        message = f"a member is {described(value)}, but must be an object"
        self.report.add("E243", message, part.slot.value_span, cube=self.cube)
        return None

    def _shown(
        self, found: Properties, name: str, span: Span, names: Names, *, public: bool = True
    ) -> dict[str, Any]:
        aliases = found.get("aliases")
        return {
            "span": span,
            "cube": self.cube,
            "name": name,
            "title": found.text("title"),
            "description": found.text("description"),
            "public": found.flag("public", "visible", "shown", default=public),
            "meta": plain(found.get("meta")),
            "mask": _mask(found.slots.get("mask"), names),
            **given(aliases=tuple(map(str, aliases.items)) if isinstance(aliases, Array) else None),
        }

    # Dimensions

    def _one_source(self, found: Properties, what: str, kind: str, span: Span, names: Names) -> None:
        """Exactly one of `sql`, `case`, `latitude` with `longitude`; a switch has its values."""
        written = [key for key in ("sql", "case", "latitude") if not found.missing(key)]
        if found.complete and kind != "switch":
            self._geo(found, what, kind, span, written, names)
        if found.complete and len(written) > 1:
            slot = found.slots.get(written[1])
            message = f"{what} has both `{written[0]}` and `{written[1]}`"
            self.report.add("E245", message, slot.key_span if slot else span, cube=self.cube)

    def _geo(
        self, found: Properties, what: str, kind: str, span: Span, written: list[str], names: Names
    ) -> None:
        location = [key for key in ("latitude", "longitude") if not found.missing(key)]
        if location or (kind == "geo" and not written):
            for key in ("latitude", "longitude"):
                require(found, key, what, span, names)
        elif not written:
            require(found, "sql", what, span, names)

    def _values(self, found: Properties, what: str, kind: str, span: Span, names: Names) -> tuple[str, ...]:
        if kind == "switch":
            require(found, "values", f"{what} of type `switch`", span, names)
        else:
            misplaced(
                found, "values", f"`values` belongs to dimensions of type `switch`, but {what} is none", names
            )
        values = found.get("values")
        return tuple(map(str, values.items)) if isinstance(values, Array) else ()


def _counted(found: Properties, names: Names) -> sql.Sql | None:
    """What a count counts; empty SQL is as none, as in Cube."""
    slot = found.slots.get("sql")
    if slot is None:
        return None
    message = "this SQL is empty: rows are counted"
    text = template(slot.value, names, slot.value_span, empty="warning", without=message)
    return None if text is None or sql.is_empty(text) else text


def _mask(slot: Slot | None, names: Names) -> Any:
    """`mask: -1`, `mask: {sql: …}`."""
    if slot is None:
        return None
    if isinstance(slot.value, bool | float | str):
        return slot.value
    if not isinstance(slot.value, Object):
        wrong_kind(slot, "`mask`", "a text, a number, `true` or `false`, or an object with `sql`", names)
        return None
    inner = inside(slot, "mask", SQL_ALONE, names)
    if inner is None:
        return None
    require(inner, "sql", "`mask`", slot.key_span, names)
    return sql_at(inner, "sql", names)


def _measure_unsupported(kind: str | None) -> str | None:
    return "measures of type `numberAgg`" if kind == "number_agg" else None
