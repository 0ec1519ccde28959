"""Pre-aggregations: which properties each type has, and that what they refer to is there. Builds and matches none."""

from collections.abc import Iterable
from typing import Any, Final

from cubeproof.evaluate.values import Object, Slot
from cubeproof.lower import ir, schema, sql
from cubeproof.lower.names import GRANULARITIES, Kind, Known, Names
from cubeproof.lower.pieces import (
    each,
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
from cubeproof.lower.properties import Properties, duplicates
from cubeproof.lower.refresh import refresh_key
from cubeproof.lower.schema import FLAG, NAMES, RAW, TEXT, Property, Schema, words
from cubeproof.lower.symbols import did_you_mean

_OLD: Final = {
    "time_dimension_reference": "time_dimension",
    "rollup_references": "rollups",
    "measure_references": "measures",
    "dimension_references": "dimensions",
    "segment_references": "segments",
}
"""The first names of the properties that refer to members, and what they are called today."""
_TEXTS: Final = Property(kind="texts")
_PARTITIONS: Final = ("hour", "day", "week", "month", "quarter", "year")

PRE_AGGREGATION: Final[Schema] = {
    "type": words("rollup", "original_sql", "rollup_join", "rollup_lambda", "auto_rollup"),
    **dict.fromkeys((*_OLD, *_OLD.values()), NAMES),
    **dict.fromkeys(("time_dimensions", "refresh_key", "indexes", "output_column_types"), RAW),
    **{f"{what}_range_{end}": RAW for what in ("refresh", "build") for end in ("start", "end")},
    **dict.fromkeys(("granularity", "sql_alias"), TEXT),
    "partition_granularity": words(*_PARTITIONS),
    **dict.fromkeys(
        (
            "scheduled_refresh", "external", "use_original_sql_pre_aggregations", "read_only",
            "allow_non_strict_date_range_match", "union_with_source_data",
        ),
        FLAG,
    ),
    "max_pre_aggregations": Property(kind="number"),
    "unique_key_columns": _TEXTS,
    "stream_offset": words("earliest", "latest"),
}  # fmt: skip
_TIME_DIMENSION: Final[Schema] = {"dimension": NAMES, "granularity": TEXT}
_COLUMN_TYPE: Final[Schema] = {"member": NAMES, "type": TEXT}
_INDEX: Final[Schema] = {"columns": NAMES, "sql": schema.T, "type": words("regular", "aggregate")}

_MEMBERS: Final = ("measures", "dimensions", "segments", "time_dimension", "granularity")
_ONLY: Final = {
    "measures": ("rollup", "rollup_join", "rollup_lambda", "auto_rollup"),
    "dimensions": ("rollup", "rollup_join", "rollup_lambda", "auto_rollup"),
    "segments": ("rollup", "rollup_join", "rollup_lambda", "auto_rollup"),
    "granularity": ("rollup", "rollup_join", "rollup_lambda", "auto_rollup"),
    "time_dimensions": ("rollup",),
    "rollups": ("rollup_join", "rollup_lambda"),
    "max_pre_aggregations": ("auto_rollup",),
    "unique_key_columns": ("rollup", "original_sql"),
    "union_with_source_data": ("rollup_lambda",),
    **dict.fromkeys(
        (
            "partition_granularity", "refresh_key", "indexes", "refresh_range_start", "refresh_range_end",
            "build_range_start", "build_range_end", "read_only", "stream_offset", "output_column_types",
            "external", "scheduled_refresh", "use_original_sql_pre_aggregations", "sql_alias",
        ),
        ("rollup", "rollup_join", "original_sql", "auto_rollup"),
    ),
}  # fmt: skip
"""Properties that not every type has, and the types that have them."""
_KINDS: Final[dict[str, Kind]] = {
    "measures": "measure", "dimensions": "dimension", "segments": "segment", "rollups": "pre-aggregation",
}  # fmt: skip


def pre_aggregation(name: str, slot: Slot, names: Names) -> ir.PreAggregation | None:
    """A pre-aggregation."""
    if not isinstance(slot.value, Object):
        wrong_kind(slot, "a pre-aggregation", "an object", names)
        return None
    found = inside(slot, name, PRE_AGGREGATION, names)
    if found is None:
        return None
    _one_family(found, names)
    found = _today(found)
    kind = found.text("type") or "rollup"
    _of_its_type(found, name, kind, slot, names)
    return ir.PreAggregation(
        span=slot.key_span,
        cube=names.cube.name,
        name=name,
        type=kind,  # type: ignore[arg-type]
        time_dimensions=tuple(_time_dimensions(found, name, kind, slot, names)),
        refresh_key=refresh_key(found.slots.get("refresh_key"), names, stored=True),
        indexes=_indexes(found.slots.get("indexes"), names),
        build_range_start=_range(found, "start", names),
        build_range_end=_range(found, "end", names),
        output_column_types=tuple(_column_types(found, names)),
        measures=_members(found, "measures", names),
        dimensions=_members(found, "dimensions", names),
        segments=_members(found, "segments", names),
        rollups=_members(found, "rollups", names),
        **_plain(found),
    )


def _plain(found: Properties) -> dict[str, Any]:
    columns = found.get("unique_key_columns")
    items: Iterable[Any] = getattr(columns, "items", ())
    return given(
        partition_granularity=found.text("partition_granularity"),
        sql_alias=found.text("sql_alias"),
        stream_offset=found.text("stream_offset"),
        max_pre_aggregations=found.get("max_pre_aggregations"),
        external=found.get("external"),
        scheduled_refresh=found.get("scheduled_refresh"),
        read_only=found.get("read_only"),
        use_original_sql=found.get("use_original_sql_pre_aggregations"),
        allow_non_strict_date_range_match=found.get("allow_non_strict_date_range_match"),
        union_with_source_data=found.get("union_with_source_data"),
        unique_key_columns=tuple(str(item) for item in items),
    )


# Which properties


def _one_family(found: Properties, names: Names) -> None:
    """`measureReferences` beside `dimensions`: Cube reads one family of names or the other."""
    old = [key for key in _OLD if key in found.mentioned]
    new = [key for key in (*_OLD.values(), "time_dimensions") if key in found.mentioned]
    if old and new:
        for key in old:
            shown, today = schema.camel(key), schema.camel(_OLD[key])
            misplaced(found, key, f"`{shown}` stands beside `{schema.camel(new[0])}`: write `{today}`", names)


def _today(found: Properties) -> Properties:
    """The same under the names of today."""
    slots = {_OLD.get(key, key): slot for key, slot in found.slots.items()}
    mentioned = frozenset(_OLD.get(key, key) for key in found.mentioned)
    return Properties(slots=slots, mentioned=mentioned, complete=found.complete)


def _of_its_type(found: Properties, name: str, kind: str, slot: Slot, names: Names) -> None:
    what = f"a pre-aggregation of type `{schema.camel(kind)}`"
    for key, kinds in _ONLY.items():
        if kind not in kinds:
            misplaced(found, key, f"`{schema.camel(key)}` does not belong to {what}", names)
    if kind in ("rollup_join", "rollup_lambda"):
        require(found, "rollups", what, slot.key_span, names)
    if kind == "rollup_join" and found.get("scheduled_refresh") is True:
        misplaced(found, "scheduled_refresh", f"{what} is not refreshed itself: its rollups are", names)
    if kind == "original_sql":
        for key, other in (
            ("partition_granularity", "time_dimension"),
            ("time_dimension", "partition_granularity"),
        ):
            if key in found.mentioned:
                require(found, other, f"`{name}`, {what} with `{schema.camel(key)}`,", slot.key_span, names)
    for end in ("start", "end"):
        refresh, build = found.slots.get(f"refresh_range_{end}"), found.slots.get(f"build_range_{end}")
        if refresh is not None and build is not None:
            new, old = (f"{word}Range{end.capitalize()}" for word in ("build", "refresh"))
            message = f"`{new}` takes the place of `{old}`, which has no effect"
            names.report.add("E266", message, refresh.key_span, severity="warning", cube=names.cube.name)


# What they refer to


def _members(found: Properties, key: str, names: Names) -> tuple[str, ...]:
    slot = found.slots.get(key)
    written = references(found, key, names) or ()
    return tuple(resolved(name, _KINDS[key], slot, names) for name in written if slot is not None)


def resolved(name: str, kind: Kind, slot: Slot, names: Names) -> str:
    """The full name of a reference that may have been written as text; whatever it does not name is reported."""
    cube, _, member = name.rpartition(".")
    full = f"{cube or names.cube.name}.{member}"
    known = lookup(full, names)
    outline = names.outlines.get(cube or names.cube.name)
    if known is None and not (outline is not None and outline.open):
        message = f"there is no {kind} `{full}`"
        candidates = outline.members if outline is not None else names.outlines
        advice = did_you_mean(member if outline is not None else cube, candidates)
        names.report.add("E252", message, slot.value_span, help=advice, cube=names.cube.name, once=full)
    elif known is not None and known.kind != kind:
        message = f"`{full}` is a {known.kind}, but stands among the {kind}s"
        names.report.add(
            "E267", message, slot.value_span, severity="warning", cube=names.cube.name, once=full
        )
    return full


def lookup(full: str, names: Names) -> Known | None:
    """What a full name stands for."""
    cube, _, member = full.rpartition(".")
    outline = names.outlines.get(cube)
    return None if outline is None else outline.members.get(member)


def _time_dimensions(
    found: Properties, name: str, kind: str, slot: Slot, names: Names
) -> Iterable[tuple[str, str | None]]:
    single = found.slots.get("time_dimension")
    if single is not None:
        if kind in ("rollup", "rollup_join", "rollup_lambda"):
            require(found, "granularity", f"`{name}`, which has a time dimension,", slot.key_span, names)
        yield from _time_dimension(found, "time_dimension", single, names)
    elif "granularity" in found.mentioned and "time_dimensions" not in found.mentioned:
        require(found, "time_dimension", f"`{name}`, which has a granularity,", slot.key_span, names)
    several = found.slots.get("time_dimensions")
    for item, at in each(several, "time_dimensions", _TIME_DIMENSION, names):
        for key in _TIME_DIMENSION:
            require(item, key, "a time dimension", at.key_span, names)
        yield from _time_dimension(item, "dimension", at, names)


def _time_dimension(
    found: Properties, key: str, slot: Slot, names: Names
) -> Iterable[tuple[str, str | None]]:
    written = reference(found, key, names)
    if written is None:
        return
    full = resolved(written, "dimension", slot, names)
    granularity = found.slots.get("granularity")
    known = lookup(full, names)
    if known is not None and known.kind == "dimension" and not known.granularities:
        message = f"`{full}` is not of type `time`"
        names.report.add(
            "E267", message, slot.value_span, severity="warning", cube=names.cube.name, once=full
        )
    elif granularity is not None and granularity.value not in (
        known.granularities if known else GRANULARITIES
    ):
        if known is None:
            yield full, found.text("granularity")
            return
        message = f"`{full}` has no granularity `{granularity.value}`"
        advice = did_you_mean(str(granularity.value), known.granularities)
        names.report.add("E252", message, granularity.value_span, help=advice, cube=names.cube.name)
    yield full, found.text("granularity")


# The rest


def _indexes(slot: Slot | None, names: Names) -> dict[str, ir.Index]:
    if slot is None:
        return {}
    if not isinstance(slot.value, Object):
        wrong_kind(slot, "`indexes`", "an object", names)
        return {}
    duplicates(slot.value, names.report, names.cube.name)
    found = ((name, _index(name, inner, names)) for name, inner in slot.value.slots.items())
    return {name: index for name, index in found if index is not None}


def _index(name: str, slot: Slot, names: Names) -> ir.Index | None:
    found = inside(slot, name, _INDEX, names)
    if found is None:
        return None
    if "sql" in found.mentioned:
        for key in ("columns", "type"):
            misplaced(found, key, f"index `{name}` has both `sql` and `{key}`", names)
    else:
        require(found, "columns", f"index `{name}`", slot.key_span, names)
    return ir.Index(
        span=slot.key_span,
        columns=references(found, "columns", names) or (),
        sql=sql_at(found, "sql", names),
        type=found.text("type"),
    )


def _range(found: Properties, end: str, names: Names) -> sql.Sql | None:
    build = inner_sql(found, f"build_range_{end}", names)
    refresh = inner_sql(found, f"refresh_range_{end}", names)
    return build or refresh


def _column_types(found: Properties, names: Names) -> Iterable[tuple[str, str]]:
    slot = found.slots.get("output_column_types")
    for item, at in each(slot, "output_column_types", _COLUMN_TYPE, names):
        for key in _COLUMN_TYPE:
            require(item, key, "an output column", at.key_span, names)
        member, kind = reference(item, "member", names), item.text("type")
        if member is not None and kind is not None:
            yield member, kind
