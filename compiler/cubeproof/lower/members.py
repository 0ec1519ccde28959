"""Measures, dimensions and segments: from their properties to the IR, every template forced once.

A member whose SQL cannot be written yet carries the reason (`unsupported`). Knows one cube at a time; what members mean
to each other is checked in `checks.py`.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from cubeproof.evaluate.values import Object
from cubeproof.lower import ir, schema, sql
from cubeproof.lower.data import plain, property_kept
from cubeproof.lower.granularities import granularities
from cubeproof.lower.inherit import Part
from cubeproof.lower.names import Known, Names, Outline
from cubeproof.lower.properties import Properties, items, read
from cubeproof.lower.references import names_of
from cubeproof.lower.report import Report
from cubeproof.lower.templates import template
from cubeproof.lower.texts import described
from cubeproof.source import Span

_MULTI_STAGE: Final = (
    "multi_stage", "post_aggregate", "group_by", "reduce_by", "add_group_by", "time_shift", "order_by", "filter",
    "grain", "case",
)  # fmt: skip
_INTERVAL: Final = re.compile(r"-?\d+ (minute|hour|day|week|month|quarter|year)s?")


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
        kind = found.text("type")
        self._require(found, "type", f"measure `{name}`", span)
        extra = self._extra(
            found, schema.MEASURE, (*_MULTI_STAGE, "rolling_window", "drill_filters", "mask"), names
        )
        staged = [key for key in _MULTI_STAGE if key in extra and extra[key] is not False]
        if kind == "rank":
            self._require(found, "multi_stage", f"measure `{name}` of type `rank`", span)
        elif kind not in ("count", None) and not staged:
            self._require(found, "sql", f"measure `{name}`", span)
        if "rolling_window" in extra:
            self._check_window(found)
        references = found.slots.get("drill_members") or found.slots.get("drill_member_references")
        drill = names_of(references.value, names, references.value_span) if references is not None else ()
        return ir.Measure(
            **self._shown(found, name, span),
            type=kind or "number",
            sql=self._sql(found, "sql", names),
            filters=tuple(self._conditions(found, names)),
            format=plain(found.get("format")),
            drill_members=drill,
            unsupported=_measure_unsupported(kind, staged, extra),
            extra={**extra, **_data(found, ("cumulative", "aliases", "currency"))},
        )

    def dimension(self, name: str, part: Part) -> ir.Dimension | None:
        """A dimension."""
        found = self._read(part, schema.DIMENSION)
        if found is None:
            return None
        names, span = self.names(part.bare), part.slot.key_span
        self._require(found, "type", f"dimension `{name}`", span)
        kind = found.text("type") or "string"
        self._one_source(found, name, kind, span)
        primary = found.flag("primary_key", default=False)
        sub_query = found.flag("sub_query", default=False)
        keys = ("granularities", "group_by", "reduce_by", "add_group_by", "mask", "key")
        extra = self._extra(found, schema.DIMENSION, keys, names)
        staged = any(found.get(key) not in (None, False) for key in ("multi_stage", "post_aggregate"))
        case = found.get("case")
        switch = kind == "switch" or (isinstance(case, Object) and "switch" in case.slots)
        unsupported = "sub-query dimensions" if sub_query else "multi-stage dimensions" if staged else None
        return ir.Dimension(
            **self._shown(found, name, span, public=not primary),
            type=kind,
            sql=self._sql(found, "sql", names),
            case=None if switch else self._case(found, name, names),
            latitude=self._inner_sql(found, "latitude", names),
            longitude=self._inner_sql(found, "longitude", names),
            primary_key=primary,
            sub_query=sub_query,
            propagate_filters=found.flag("propagate_filters_to_sub_query", default=False),
            format=plain(found.get("format")),
            suggest_filter_values=found.flag("suggest_filter_values", default=True),
            granularities=granularities(
                found.slots.get("granularities"), extra.get("granularities", {}), self.cube, self.report
            ),
            unsupported="switch dimensions" if switch else unsupported,
            extra={**extra, **_data(found, ("aliases", "currency", "values", "order", "links"))},
        )

    def segment(self, name: str, part: Part) -> ir.Segment | None:
        """A segment."""
        found = self._read(part, schema.SEGMENT)
        if found is None:
            return None
        self._require(found, "sql", f"segment `{name}`", part.slot.key_span)
        text = self._sql(found, "sql", self.names(part.bare))
        span = part.slot.key_span
        return ir.Segment(**self._shown(found, name, span), sql=text or sql.Sql(parts=(), span=span))

    # Pieces

    def _read(self, part: Part, table: schema.Schema) -> Properties | None:
        value = part.slot.value
        if isinstance(value, Object):
            return read(value, table, self.report, self.cube)
        message = f"a member is {described(value)}, but must be an object"
        self.report.add("E243", message, part.slot.value_span, cube=self.cube)
        return None

    def _require(self, found: Properties, key: str, what: str, span: Span) -> None:
        if found.missing(key):
            self.report.add("E244", f"{what} has no `{key}`", span, label=f"needs `{key}`", cube=self.cube)

    def _shown(self, found: Properties, name: str, span: Span, *, public: bool = True) -> dict[str, Any]:
        return {
            "span": span,
            "cube": self.cube,
            "name": name,
            "title": found.text("title"),
            "description": found.text("description"),
            "public": found.flag("public", "visible", "shown", default=public),
            "meta": plain(found.get("meta")),
        }

    def _sql(self, found: Properties, key: str, names: Names) -> sql.Sql | None:
        slot = found.slots.get(key)
        return None if slot is None else template(slot.value, names, slot.value_span)

    def _inner_sql(self, found: Properties, key: str, names: Names) -> sql.Sql | None:
        """`latitude: {sql: …}`."""
        slot = found.slots.get(key)
        if slot is None or not isinstance(slot.value, Object):
            return None
        inner = read(slot.value, {"sql": schema.SEGMENT["sql"]}, self.report, self.cube)
        self._require(inner, "sql", f"`{key}`", slot.key_span)
        return self._sql(inner, "sql", names)

    def _conditions(self, found: Properties, names: Names) -> list[sql.Sql]:
        slot = found.slots.get("filters")
        if slot is None:
            return []
        conditions = []
        for item in items(slot, schema.MEASURE["filters"].within, self.report, self.cube):
            self._require(item, "sql", "a filter", slot.key_span)
            condition = self._sql(item, "sql", names)
            if condition is not None:
                conditions.append(condition)
        return conditions

    def _extra(
        self, found: Properties, table: schema.Schema, keys: tuple[str, ...], names: Names
    ) -> dict[str, Any]:
        return {
            key: property_kept(found.slots[key], table[key], names)
            for key in keys
            if key in found.slots and not (key == "case" and table is schema.DIMENSION)
        }

    def _check_window(self, found: Properties) -> None:
        value = found.get("rolling_window")
        if not isinstance(value, Object):
            return
        for key in ("trailing", "leading"):
            slot = value.slots.get(key)
            if slot is None or not isinstance(slot.value, str) or slot.value == "unbounded":
                continue
            if _INTERVAL.fullmatch(slot.value) is None:
                self.report.add(
                    "E264", f"`{slot.value}` is not an interval", slot.value_span, cube=self.cube,
                    help="write a number and a unit, `7 day`, or `unbounded`",
                )  # fmt: skip

    # Dimensions

    def _one_source(self, found: Properties, name: str, kind: str, span: Span) -> None:
        """Exactly one of `sql`, `case`, `latitude` with `longitude`."""
        given = [key for key in ("sql", "case", "latitude") if not found.missing(key)]
        if found.complete and kind != "switch":
            self._geo(found, name, kind, span, given)
        if found.complete and len(given) > 1:
            slot = found.slots.get(given[1])
            message = f"dimension `{name}` has both `{given[0]}` and `{given[1]}`"
            self.report.add("E245", message, slot.key_span if slot else span, cube=self.cube)

    def _geo(self, found: Properties, name: str, kind: str, span: Span, given: list[str]) -> None:
        location = [key for key in ("latitude", "longitude") if not found.missing(key)]
        if location or (kind == "geo" and not given):
            for key in ("latitude", "longitude"):
                self._require(found, key, f"dimension `{name}`", span)
        elif not given:
            self._require(found, "sql", f"dimension `{name}`", span)

    def _case(self, found: Properties, name: str, names: Names) -> ir.Case | None:
        slot = found.slots.get("case")
        if slot is None or not isinstance(slot.value, Object):
            return None
        case = read(slot.value, schema.CASE, self.report, self.cube)
        self._require(case, "when", f"the `case` of dimension `{name}`", slot.key_span)
        whens = [when for item in self._whens(case) if (when := self._when(item, names)) is not None]
        otherwise = case.slots.get("else")
        label: str | sql.Sql | None = None
        if otherwise is not None and isinstance(otherwise.value, Object):
            inner = read(otherwise.value, schema.CASE["else"].within, self.report, self.cube)
            self._require(inner, "label", "`else`", otherwise.key_span)
            label = self._label(inner, names)
        return ir.Case(span=slot.key_span, whens=tuple(whens), otherwise=label)

    def _whens(self, case: Properties) -> list[Properties]:
        slot = case.slots.get("when")
        if slot is None:
            return []
        found = list(items(slot, schema.CASE["when"].within, self.report, self.cube))
        if not found:
            self.report.add("E244", "`when` has no case", slot.key_span, cube=self.cube)
        for item in found:
            self._require(item, "sql", "a case of `when`", slot.key_span)
            self._require(item, "label", "a case of `when`", slot.key_span)
        return found

    def _when(self, item: Properties, names: Names) -> ir.When | None:
        condition, label = self._sql(item, "sql", names), self._label(item, names)
        if condition is None or label is None:
            return None
        return ir.When(span=item.slots["sql"].key_span, condition=condition, label=label)

    def _label(self, item: Properties, names: Names) -> str | sql.Sql | None:
        slot = item.slots.get("label")
        if slot is None:
            return None
        if isinstance(slot.value, str):
            return slot.value
        return self._inner_sql(item, "label", names)


def _data(found: Properties, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: plain(found.get(key)) for key in keys if key in found.slots}


def _measure_unsupported(kind: str | None, staged: Collection[str], extra: Mapping[str, Any]) -> str | None:
    if kind == "running_total":
        return "running totals"
    if "rolling_window" in extra:
        return "rolling windows"
    if staged or kind == "rank":
        return "multi-stage measures"
    return "measures of type `numberAgg`" if kind == "number_agg" else None
