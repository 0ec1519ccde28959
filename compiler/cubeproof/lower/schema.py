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
    "texts",  # a list of texts
    "boolean",
    "number",
    "word",  # one of `words`
    "object",  # an object with the keys of `within`
    "list",  # a list of such objects
    "map",  # an object whose keys are names of the author's own, with such objects as values
    "named",  # `map`, or a list of objects with a `name`
    "any",  # kept as it is
    "raw",  # kept as it is, for a reader of its own
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


def words(*names: str, **gone: str) -> Property:
    """One of some words, in snake case or camel case; `gone` says which versions do not accept one."""
    spellings = {spelling: name for name in names for spelling in (name, camel(name))}
    return Property(kind="word", words=spellings, gone_words=gone)


def of(kind: Kind, within: Schema) -> Property:
    """Objects of a table."""
    return Property(kind=kind, within=within)


def _gone(property: Property, versions: str) -> Property:  # noqa: A002
    return msgspec.structs.replace(property, gone=versions)


T: Final = Property(kind="template")
NAMES: Final = Property(kind="names")
TEXT: Final = Property(kind="text")
FLAG: Final = Property(kind="boolean")
_ANY: Final = Property(kind="any")
RAW: Final = Property(kind="raw")

_SQL: Final = {"sql": T}
_SHOWN: Final = {
    "title": TEXT,
    "description": TEXT,
    "shown": FLAG,
    "public": FLAG,
    "meta": _ANY,
}
_MEMBER: Final = {**_SHOWN, "aliases": Property(kind="texts")}
_MASK: Final = {"mask": RAW}

SUM_TYPES: Final = ("sum", "avg", "min", "max", "count_distinct", "count_distinct_approx")
MEASURE_TYPES: Final = (
    "count", *SUM_TYPES, "number", "number_agg", "string", "boolean", "time", "running_total", "rank"
)  # fmt: skip
DIMENSION_TYPES: Final = ("string", "number", "boolean", "time", "geo", "switch")

_STAGED: Final[Schema] = {
    "multi_stage": FLAG,
    "post_aggregate": _gone(FLAG, NEW),
    "group_by": NAMES,
    "reduce_by": NAMES,
    "add_group_by": NAMES,
    "filter": RAW,
}
_MULTI_STAGE: Final[Schema] = {
    **_STAGED, "time_shift": RAW, "order_by": RAW, "grain": RAW, "case": RAW,
}  # fmt: skip

MEASURE: Final[Schema] = {
    **_MEMBER,
    **_MASK,
    **_MULTI_STAGE,
    "type": words(*MEASURE_TYPES, running_total=NEW),
    "sql": T,
    "filters": of("list", _SQL),
    "drill_members": NAMES,
    "drill_member_references": NAMES,
    "drill_filters": of("list", _SQL),
    "rolling_window": RAW,
    "format": _ANY,
    "currency": TEXT,
    "cumulative": FLAG,
    "visible": FLAG,
}

CASE: Final[Schema] = {
    "when": of("list", {"sql": T, "label": Property(kind="label")}),
    "else": of("object", {"label": Property(kind="label")}),
}

DIMENSION: Final[Schema] = {
    **_MEMBER,
    **_MASK,
    "type": words(*DIMENSION_TYPES),
    "sql": T,
    "case": RAW,
    "latitude": of("object", _SQL),
    "longitude": of("object", _SQL),
    "primary_key": FLAG,
    "sub_query": FLAG,
    "propagate_filters_to_sub_query": FLAG,
    "granularities": RAW,
    "format": _ANY,
    "currency": TEXT,
    "suggest_filter_values": FLAG,
    "enable_suggestions": FLAG,
    "values_as_segments": FLAG,
    "field_type": _ANY,
    **_STAGED,
    "time_shift": RAW,
    "values": Property(kind="texts"),
    "order": words("asc", "desc"),
    "key": NAMES,
    "links": RAW,
}

SEGMENT: Final[Schema] = {**_MEMBER, "sql": T}

RELATIONSHIPS: Final = {
    **dict.fromkeys(("belongsTo", "belongs_to", "manyToOne", "many_to_one"), "many_to_one"),
    **dict.fromkeys(("hasMany", "has_many", "oneToMany", "one_to_many"), "one_to_many"),
    **dict.fromkeys(("hasOne", "has_one", "oneToOne", "one_to_one"), "one_to_one"),
}
JOIN: Final[Schema] = {"relationship": Property(kind="word", words=RELATIONSHIPS), "sql": T}

HIERARCHY: Final[Schema] = {"name": TEXT, "title": TEXT, "public": FLAG, "levels": NAMES}

CUBE: Final[Schema] = {
    **_SHOWN,
    "name": TEXT,
    "sql": T,
    "sql_table": T,
    "sql_alias": TEXT,
    "extends": RAW,
    "data_source": TEXT,
    "refresh_key": RAW,
    "joins": of("named", JOIN),
    "measures": of("map", MEASURE),
    "dimensions": of("map", DIMENSION),
    "segments": of("map", SEGMENT),
    "pre_aggregations": of("map", {}),
    "hierarchies": Property(kind="named", within=HIERARCHY, gone_list=NEW),
    "access_policy": RAW,
    "rewrite_queries": FLAG,
    "calendar": FLAG,
    "file_name": TEXT,
}

SECTIONS: Final = ("measures", "dimensions", "segments", "joins", "pre_aggregations", "hierarchies")
"""What a cube that extends another merges by name; its other properties replace the other's."""
MEMBER_SECTIONS: Final = ("measures", "dimensions", "segments")
