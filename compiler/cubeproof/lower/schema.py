"""Which properties a model may have, and what each holds: tables, read by `properties.py`.

Keys stand in snake case; the camel case of each is accepted too. The tables are the union of what versions 0.11 to 1.7
of Cube accept. `gone` names the versions that no longer do, which is a warning; that older versions did not know a
property yet is no news.
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

import msgspec

Kind: TypeAlias = Literal[
    "template",  # SQL, evaluated when it is asked for
    "label",  # a text, or an object with `sql`
    "names",  # references to members or cubes: `[status, Users.city]`, one or a list
    "text",  # a text that is not empty
    "boolean",
    "number",
    "word",  # one of `words`
    "object",  # an object with the keys of `within`
    "list",  # a list of such objects
    "map",  # an object whose keys are names of the author's own, with such objects as values
    "named",  # `map`, or a list of objects with a `name`
    "any",  # kept as it is
]


class Property(msgspec.Struct, frozen=True, kw_only=True):
    """What a property holds."""

    kind: Kind
    words: Mapping[str, str] = {}
    """Accepted spellings to the one used from here on."""
    gone_words: Mapping[str, str] = {}
    """Of these, the ones that some versions do not accept, and which versions."""
    within: "Mapping[str, Property]" = {}
    gone: str | None = None
    """Versions of Cube that do not accept it."""
    gone_list: str | None = None
    """Versions of Cube that accept it as an object, but not as a list."""


Schema: TypeAlias = Mapping[str, Property]

NEW = "Cube 1.7"


def camel(key: str) -> str:
    """`drill_members` as `drillMembers`."""
    head, *rest = key.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest)


def _words(*names: str, **gone: str) -> Property:
    spellings = {spelling: name for name in names for spelling in (name, camel(name))}
    return Property(kind="word", words=spellings, gone_words=gone)


def _of(kind: Kind, within: Schema) -> Property:
    return Property(kind=kind, within=within)


def _gone(property: Property, versions: str) -> Property:  # noqa: A002
    return msgspec.structs.replace(property, gone=versions)


_T: Final = Property(kind="template")
_NAMES: Final = Property(kind="names")
_TEXT: Final = Property(kind="text")
_FLAG: Final = Property(kind="boolean")
_NUMBER: Final = Property(kind="number")
_ANY: Final = Property(kind="any")

_SQL: Final = {"sql": _T}
_SHOWN: Final = {
    "title": _TEXT,
    "description": _TEXT,
    "shown": _FLAG,
    "public": _FLAG,
    "meta": _ANY,
}
_MEMBER: Final = {**_SHOWN, "aliases": _ANY}
_MASK: Final = {"mask": _ANY}
_SWITCH: Final = {
    "switch": _NAMES,
    "when": _of("list", {"value": _ANY, "sql": _T}),
    "else": _of("object", _SQL),
}

SUM_TYPES: Final = ("sum", "avg", "min", "max", "count_distinct", "count_distinct_approx")
MEASURE_TYPES: Final = (
    "count", *SUM_TYPES, "number", "number_agg", "string", "boolean", "time", "running_total", "rank"
)  # fmt: skip
DIMENSION_TYPES: Final = ("string", "number", "boolean", "time", "geo", "switch")

_MULTI_STAGE: Final[Schema] = {
    "multi_stage": _FLAG,
    "post_aggregate": _gone(_FLAG, NEW),
    "group_by": _NAMES,
    "reduce_by": _NAMES,
    "add_group_by": _NAMES,
    "time_shift": _of("list", {
        "time_dimension": _NAMES, "interval": _TEXT, "type": _words("prior", "next"), "name": _TEXT, "sql": _T,
    }),
    "order_by": _of("list", {"sql": _T, "dir": _words("asc", "desc")}),
    "filter": _ANY,
    "grain": _ANY,
    "case": _of("object", _SWITCH),
}  # fmt: skip

ROLLING_WINDOW: Final[Schema] = {
    "trailing": _TEXT,
    "leading": _TEXT,
    "offset": _words("start", "end"),
    "type": _words("fixed", "to_date", "year_to_date", "quarter_to_date", "month_to_date"),
    "granularity": _TEXT,
}

MEASURE: Final[Schema] = {
    **_MEMBER,
    **_MASK,
    **_MULTI_STAGE,
    "type": _words(*MEASURE_TYPES, running_total=NEW),
    "sql": _T,
    "filters": _of("list", _SQL),
    "drill_members": _NAMES,
    "drill_member_references": _NAMES,
    "drill_filters": _of("list", _SQL),
    "rolling_window": _of("object", ROLLING_WINDOW),
    "format": _ANY,
    "currency": _TEXT,
    "cumulative": _FLAG,
    "visible": _FLAG,
}

GRANULARITY: Final[Schema] = {
    "interval": _TEXT, "origin": _TEXT, "offset": _TEXT, "title": _TEXT, "sql": _T,
}  # fmt: skip

CASE: Final[Schema] = {
    "when": _of("list", {"sql": _T, "label": Property(kind="label"), "value": _ANY}),
    "else": _of("object", {"label": Property(kind="label"), "sql": _T}),
    "switch": _NAMES,
}

DIMENSION: Final[Schema] = {
    **_MEMBER,
    **_MASK,
    "type": _words(*DIMENSION_TYPES),
    "sql": _T,
    "case": _of("object", CASE),
    "latitude": _of("object", _SQL),
    "longitude": _of("object", _SQL),
    "primary_key": _FLAG,
    "sub_query": _FLAG,
    "propagate_filters_to_sub_query": _FLAG,
    "granularities": _of("map", GRANULARITY),
    "format": _ANY,
    "currency": _TEXT,
    "suggest_filter_values": _FLAG,
    "enable_suggestions": _FLAG,
    "values_as_segments": _FLAG,
    "field_type": _ANY,
    "multi_stage": _FLAG,
    "post_aggregate": _gone(_FLAG, NEW),
    "group_by": _NAMES,
    "reduce_by": _NAMES,
    "add_group_by": _NAMES,
    "values": _ANY,
    "order": _ANY,
    "key": _NAMES,
    "links": _ANY,
}

SEGMENT: Final[Schema] = {**_MEMBER, "sql": _T}

RELATIONSHIPS: Final = {
    **dict.fromkeys(("belongsTo", "belongs_to", "manyToOne", "many_to_one"), "many_to_one"),
    **dict.fromkeys(("hasMany", "has_many", "oneToMany", "one_to_many"), "one_to_many"),
    **dict.fromkeys(("hasOne", "has_one", "oneToOne", "one_to_one"), "one_to_one"),
}
JOIN: Final[Schema] = {"relationship": Property(kind="word", words=RELATIONSHIPS), "sql": _T}

REFRESH_KEY: Final[Schema] = {
    "sql": _T, "every": _TEXT, "timezone": _TEXT, "immutable": _FLAG, "incremental": _FLAG, "update_window": _TEXT,
}  # fmt: skip

PRE_AGGREGATION: Final[Schema] = {
    "type": _words("rollup", "original_sql", "rollup_join", "rollup_lambda", "auto_rollup"),
    **dict.fromkeys(("measures", "dimensions", "segments", "rollups", "time_dimension"), _NAMES),
    **{
        f"{what}_references": _NAMES for what in ("measure", "dimension", "segment", "rollup")
    },
    "time_dimension_reference": _NAMES,
    "time_dimensions": _of("list", {"dimension": _NAMES, "granularity": _TEXT}),
    "granularity": _TEXT,
    "partition_granularity": _TEXT,
    "refresh_key": _of("object", REFRESH_KEY),
    "indexes": _of("map", {"columns": _NAMES, "sql": _T, "type": _TEXT}),
    **{f"{what}_range_{end}": _of("object", _SQL) for what in ("refresh", "build") for end in ("start", "end")},
    **dict.fromkeys(
        (
            "scheduled_refresh", "external", "use_original_sql_pre_aggregations", "read_only",
            "allow_non_strict_date_range_match", "union_with_source_data",
        ),
        _FLAG,
    ),
    "max_pre_aggregations": _NUMBER,
    "output_column_types": _of("list", {"member": _NAMES, "type": _TEXT}),
    "unique_key_columns": _ANY,
    "stream_offset": _ANY,
    "sql_alias": _TEXT,
}  # fmt: skip

HIERARCHY: Final[Schema] = {"name": _TEXT, "title": _TEXT, "public": _FLAG, "levels": _NAMES}

CUBE: Final[Schema] = {
    **_SHOWN,
    "name": _TEXT,
    "sql": _T,
    "sql_table": _T,
    "sql_alias": _TEXT,
    "extends": _ANY,
    "data_source": _TEXT,
    "refresh_key": _of("object", REFRESH_KEY),
    "joins": _of("named", JOIN),
    "measures": _of("map", MEASURE),
    "dimensions": _of("map", DIMENSION),
    "segments": _of("map", SEGMENT),
    "pre_aggregations": _of("map", PRE_AGGREGATION),
    "hierarchies": Property(kind="named", within=HIERARCHY, gone_list=NEW),
    "access_policy": _ANY,
    "rewrite_queries": _FLAG,
    "calendar": _FLAG,
    "file_name": _TEXT,
}

SECTIONS: Final = ("measures", "dimensions", "segments", "joins", "pre_aggregations", "hierarchies")
"""What a cube that extends another merges by name; its other properties replace the other's."""
MEMBER_SECTIONS: Final = ("measures", "dimensions", "segments")
