"""A cube of the IR from its draft: its table, its members, its joins, and what is kept as data."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from cubeproof.diagnostics import Related
from cubeproof.evaluate.values import Object
from cubeproof.lower import ir, schema, sql
from cubeproof.lower.data import plain
from cubeproof.lower.hierarchies import hierarchy
from cubeproof.lower.inherit import Draft, Part
from cubeproof.lower.members import Builder
from cubeproof.lower.names import Outline
from cubeproof.lower.policies import policies
from cubeproof.lower.properties import read
from cubeproof.lower.refresh import refresh_key
from cubeproof.lower.report import Report
from cubeproof.lower.rollups import pre_aggregation
from cubeproof.lower.symbols import did_you_mean
from cubeproof.lower.templates import template
from cubeproof.lower.texts import described

IDENTIFIER: Final = re.compile(r"[_a-zA-Z][_a-zA-Z0-9]*")
M = TypeVar("M", bound=ir.Member)


def cube(draft: Draft, outlines: Mapping[str, Outline], report: Report) -> ir.Cube:
    """The cube; whatever is wrong with it is reported, and left out."""
    build = Builder(outlines[draft.name], outlines, report)
    _clashes(draft, report)
    table, is_table = _table(draft, build)
    texts = {key: _text(draft, key) for key in ("sql_alias", "title", "description", "data_source")}
    return ir.Cube(
        span=draft.declaration.name_span,
        name=draft.name,
        extends=draft.parent,
        replaced=_replaced(draft, build),
        table=table,
        is_table=is_table,
        alias=texts["sql_alias"],
        title=texts["title"],
        description=texts["description"],
        public=_public(draft),
        data_source=texts["data_source"] or "default",
        meta=plain(_value(draft, "meta")),
        joins=_joins(draft, build),
        measures=_members(draft, "measures", build.measure, report),
        dimensions=_members(draft, "dimensions", build.dimension, report),
        segments=_members(draft, "segments", build.segment, report),
        pre_aggregations=_pre_aggregations(draft, build),
        refresh_key=_refresh_key(draft, build),
        policies=policies(tuple((part.slot, build.names(part.bare)) for part in draft.policies)),
        rewrite_queries=_value(draft, "rewrite_queries") is True,
        calendar=_value(draft, "calendar") is True,
        hierarchies=_hierarchies(draft, build),
        unsupported=_unsupported(draft, table),
    )


def _value(draft: Draft, key: str) -> Any:
    part = draft.properties.get(key)
    return None if part is None else part.slot.value


def _text(draft: Draft, key: str) -> str | None:
    value = _value(draft, key)
    return value if isinstance(value, str) else None


def _public(draft: Draft) -> bool:
    for key in ("public", "shown"):
        value = _value(draft, key)
        if isinstance(value, bool):
            return value
    return True


def _unsupported(draft: Draft, table: sql.Sql) -> str | None:
    if sql.is_empty(table):
        return "cubes whose SQL is empty"
    return "calendar cubes" if _value(draft, "calendar") is True else None


def _table(draft: Draft, build: Builder) -> tuple[sql.Sql, bool]:
    """The cube's `sql` or `sqlTable`: exactly one of them."""
    own, place = draft.own, draft.declaration.name_span
    query, table = draft.properties.get("sql"), draft.properties.get("sql_table")
    if query is not None and table is not None:
        build.report.add(
            "E245", f"cube `{draft.name}` has both `sql` and `sqlTable`", table.slot.key_span, cube=draft.name,
            related=(Related("the other is here", query.slot.key_span),),
        )  # fmt: skip
    part = query or table
    if part is None:
        if own.missing("sql", "sql_table") and not draft.open:
            build.report.add(
                "E244", f"cube `{draft.name}` has neither `sql` nor `sqlTable`", place, cube=draft.name,
                help="say where its rows come from: `sql: `SELECT * FROM …``",
            )  # fmt: skip
        return sql.Sql(parts=(), span=place), False
    names, slot = build.names(part.bare), part.slot
    message = f"cube `{draft.name}` has no rows to read: its SQL is empty"
    # A warning, because a cube that others extend may leave its table to them.
    found = template(slot.value, names, slot.value_span, empty="warning", without=message)
    return found or sql.Sql(parts=(), span=part.slot.value_span), query is None


def _replaced(draft: Draft, build: Builder) -> sql.Sql | None:
    part = draft.replaced
    return (
        None
        if part is None
        else template(part.slot.value, build.names(part.bare), part.slot.value_span, empty="info")
    )


def _clashes(draft: Draft, report: Report) -> None:
    """Measures, dimensions and segments share their names."""
    first: dict[str, tuple[str, Part]] = {}
    for section in schema.MEMBER_SECTIONS:
        for name, part in draft.sections[section].items():
            if not IDENTIFIER.fullmatch(name):
                advice = "letters, digits and `_`, not beginning with a digit"
                report.add(
                    "E247", f"`{name}` cannot be a name", part.slot.key_span, help=advice, cube=draft.name
                )
            if name not in first:
                first[name] = (section, part)
                continue
            before, other = first[name]
            message = f"`{name}` is both among the {before} and the {section} of cube `{draft.name}`"
            related = (Related("defined first here", other.slot.key_span),)
            report.add("E248", message, part.slot.key_span, related=related, cube=draft.name, once="")


def _members(
    draft: Draft, section: str, build: Callable[[str, Part], M | None], report: Report
) -> dict[str, M]:
    found = ((name, build(name, part)) for name, part in draft.sections[section].items())
    return {name: member for name, member in found if member is not None}


def _joins(draft: Draft, build: Builder) -> tuple[ir.Join, ...]:
    found = (_join(draft, target, part, build) for target, part in draft.sections["joins"].items())
    return tuple(join for join in found if join is not None)


def _join(draft: Draft, target: str, part: Part, build: Builder) -> ir.Join | None:
    slot, report = part.slot, build.report
    if target not in build.outlines:
        report.add(
            "E250", f"cube `{draft.name}` joins `{target}`, which does not exist", slot.key_span, label="unknown cube",
            help=did_you_mean(target, (name for name in build.outlines if name != draft.name)), cube=draft.name, once="",
        )  # fmt: skip
    if not isinstance(slot.value, Object):
        report.add(
            "E243",
            f"a join is {described(slot.value)}, but must be an object",
            slot.value_span,
            cube=draft.name,
        )
        return None
    join = read(slot.value, schema.JOIN, report, draft.name)
    for key in ("relationship", "sql"):
        if join.missing(key):
            message = f"the join to `{target}` has no `{key}`"
            report.add("E244", message, slot.key_span, label=f"needs `{key}`", cube=draft.name)
    condition = join.slots.get("sql")
    text = template(condition.value, build.names(part.bare), condition.value_span) if condition else None
    relationship = join.text("relationship")
    if text is None or relationship is None or target not in build.outlines:
        return None
    return ir.Join(
        span=slot.key_span, source=draft.name, target=target, sql=text,
        relationship=relationship,  # type: ignore[arg-type]
    )  # fmt: skip


def _pre_aggregations(draft: Draft, build: Builder) -> dict[str, ir.PreAggregation]:
    found = {}
    for name, part in draft.sections["pre_aggregations"].items():
        if not IDENTIFIER.fullmatch(name):
            message, advice = (
                f"`{name}` cannot be a name",
                "letters, digits and `_`, not beginning with a digit",
            )
            build.report.add("E247", message, part.slot.key_span, help=advice, cube=draft.name)
        stored = pre_aggregation(name, part.slot, build.names(part.bare))
        if stored is not None:
            found[name] = stored
    return found


def _refresh_key(draft: Draft, build: Builder) -> ir.RefreshKey | None:
    part = draft.properties.get("refresh_key")
    return None if part is None else refresh_key(part.slot, build.names(part.bare), stored=False)


def _hierarchies(draft: Draft, build: Builder) -> tuple[ir.Hierarchy, ...]:
    found = (
        hierarchy(name, part, build.names(part.bare)) for name, part in draft.sections["hierarchies"].items()
    )
    return tuple(one for one in found if one is not None)
