"""Granularities of a model's own, `{half: {interval: `6 months`, offset: `1 month`}}`: read here, placed by `calendar.py`."""

import re
from typing import Any, Final

from cubeproof.evaluate.values import Object, Slot
from cubeproof.lower import ir, schema
from cubeproof.lower.calendar import place
from cubeproof.lower.names import GRANULARITIES, Names
from cubeproof.lower.pieces import inside, misplaced, sql_at, wrong_kind
from cubeproof.lower.properties import Properties, duplicates
from cubeproof.lower.schema import Schema
from cubeproof.source import Span

GRANULARITY: Final[Schema] = {
    "title": schema.TEXT, "interval": schema.TEXT, "origin": schema.TEXT, "offset": schema.TEXT, "sql": schema.T,
}  # fmt: skip
_NAME: Final = re.compile(r"[_a-zA-Z][_a-zA-Z0-9]*")


def granularities(slot: Slot | None, time: bool, names: Names) -> dict[str, ir.Granularity]:
    """The granularities of a dimension, which must be of type `time`."""
    if slot is None:
        return {}
    if not isinstance(slot.value, Object):
        wrong_kind(slot, "`granularities`", "an object", names)
        return {}
    if not time:
        message = "only a dimension of type `time` has granularities"
        names.report.add("E245", message, slot.key_span, cube=names.cube.name)
        return {}
    duplicates(slot.value, names.report, names.cube.name)
    found = ((name, _granularity(name, inner, names)) for name, inner in slot.value.slots.items())
    return {name: granularity for name, granularity in found if granularity is not None}


def _granularity(name: str, slot: Slot, names: Names) -> ir.Granularity | None:
    if _NAME.fullmatch(name) is None:
        advice = "letters, digits and `_`, not beginning with a digit"
        names.report.add(
            "E247", f"`{name}` cannot be a name", slot.key_span, help=advice, cube=names.cube.name
        )
    found = inside(slot, name, GRANULARITY, names)
    if found is None:
        return None
    texts = {key: text for key in ("interval", "origin", "offset") if (text := found.text(key)) is not None}
    common: dict[str, Any] = {
        "span": slot.key_span,
        "name": name,
        "title": found.text("title"),
        "texts": texts,
    }
    if "sql" in found.mentioned:
        _by_sql(name, found, slot.key_span, names)
        by_sql = sql_at(found, "sql", names)
        return ir.Granularity(**common, sql=by_sql, unsupported="granularities defined by SQL")
    if name in GRANULARITIES:
        return ir.Granularity(**common, unsupported="other meanings of standard granularities")
    if "interval" not in texts:
        problem: Any = ("has no `interval`", "write a number and a unit: `interval: '6 months'`")
        placed = problem if found.missing("interval") else None
    else:
        placed = place(texts["interval"], texts.get("origin"), texts.get("offset"))
    if isinstance(placed, dict):
        return ir.Granularity(**common, **placed)
    if placed is not None:
        message, advice = placed
        names.report.add(
            "E270",
            f"granularity `{name}` {message}",
            slot.key_span,
            help=advice,
            cube=names.cube.name,
            once="",
        )
    return None


def _by_sql(name: str, found: Properties, span: Span, names: Names) -> None:
    for key in ("interval", "origin", "offset"):
        misplaced(found, key, f"granularity `{name}` has both `sql` and `{key}`", names)
    if name.lower() not in GRANULARITIES:
        names.report.add(
            "E246", f"a granularity with `sql` cannot be called `{name}`", span, cube=names.cube.name,
            help="`sql` says how a known granularity is computed, such as `month`; give a new one an `interval`",
        )  # fmt: skip
