"""Rolling windows, and what makes a member multi-stage: `groupBy`, `timeShift`, `grain` and `case: {switch}`.

Typed and checked here, whether or not a query can be answered from them yet. Computes nothing.
"""

from typing import Any, Final

from cubeproof.evaluate.values import Slot
from cubeproof.lower import intervals, ir, schema, sql
from cubeproof.lower.data import plain
from cubeproof.lower.names import Names
from cubeproof.lower.operators import OPERATORS, WITHOUT_VALUES
from cubeproof.lower.pieces import (
    SQL_ALONE,
    each,
    given,
    inside,
    misplaced,
    reference,
    references,
    require,
    sql_at,
    wrong_kind,
)
from cubeproof.lower.properties import Properties
from cubeproof.lower.schema import Schema

_PERIODS: Final = {"year_to_date": "year", "quarter_to_date": "quarter", "month_to_date": "month"}
ROLLING_WINDOW: Final[Schema] = {
    "trailing": schema.TEXT,
    "leading": schema.TEXT,
    "offset": schema.words("start", "end"),
    "type": schema.words("fixed", "to_date", *_PERIODS),
    "granularity": schema.TEXT,
}
_DIRECTIONS: Final = schema.words("prior", "next")
TIME_SHIFT: Final[Schema] = {
    "time_dimension": schema.NAMES, "interval": schema.TEXT, "type": _DIRECTIONS, "name": schema.TEXT,
}  # fmt: skip
CALENDAR_SHIFT: Final[Schema] = {
    "interval": schema.TEXT,
    "type": _DIRECTIONS,
    "name": schema.TEXT,
    "sql": schema.T,
}
ORDER_BY: Final[Schema] = {"sql": schema.T, "dir": schema.words("asc", "desc")}
GRAIN: Final[Schema] = {"include": schema.NAMES, "exclude": schema.NAMES, "keep_only": schema.NAMES}
FILTER: Final[Schema] = {
    "mode": schema.words("relative", "fixed"),
    "include": schema.RAW,
    "exclude": schema.NAMES,
    "keep_only": schema.NAMES,
}
_ADDED: Final[Schema] = {
    "member": schema.TEXT, "operator": schema.RAW, "values": schema.RAW, "or": schema.RAW, "and": schema.RAW,
}  # fmt: skip
SWITCH: Final[Schema] = {"switch": schema.NAMES, "when": schema.RAW, "else": schema.RAW}
SWITCH_WHEN: Final[Schema] = {"value": schema.TEXT, "sql": schema.T}

KEYS: Final = (
    "group_by", "reduce_by", "add_group_by", "time_shift", "order_by", "filter", "grain", "case",
)  # fmt: skip
"""What only a multi-stage member has; a dimension's own `case` and `timeShift` are none of it."""


def rolling_window(slot: Slot | None, names: Names) -> ir.RollingWindow | None:
    """A rolling window."""
    found = inside(slot, "rolling_window", ROLLING_WINDOW, names)
    if slot is None or found is None:
        return None
    written = found.text("type") or "fixed"
    if written == "to_date":
        require(found, "granularity", "a rolling window of type `to_date`", slot.key_span, names)
    foreign = ("granularity",) if written == "fixed" else ("trailing", "leading", "offset")
    if written in _PERIODS:
        foreign = (*foreign, "granularity")
    for key in foreign:
        misplaced(found, key, f"`{key}` does not belong to a rolling window of type `{written}`", names)
    return ir.RollingWindow(
        span=slot.key_span,
        type="fixed" if written == "fixed" else "to_date",
        trailing=intervals.bound(found.slots.get("trailing"), "trailing", names),
        leading=intervals.bound(found.slots.get("leading"), "leading", names),
        granularity=_PERIODS.get(written) or found.text("granularity"),
        **given(offset=found.text("offset")),
    )


def stages(found: Properties, names: Names, what: str, own: tuple[str, ...]) -> ir.Stages | None:
    """What makes a member multi-stage, if it is; `own` are keys that the member may have without being so."""
    flag = next((s for key in ("multi_stage", "post_aggregate") if (s := found.slots.get(key))), None)
    if flag is None or flag.value is not True:
        for key in found.slots if flag is None and found.complete else ():
            if key in KEYS and key not in own:
                message = f"`{schema.camel(key)}` needs `multiStage: true`, which {what} does not have"
                misplaced(found, key, message, names)
        return None
    return ir.Stages(
        span=flag.key_span,
        group_by=references(found, "group_by", names),
        reduce_by=references(found, "reduce_by", names),
        add_group_by=references(found, "add_group_by", names),
        time_shift=() if "time_shift" in own else _time_shifts(found.slots.get("time_shift"), names),
        order_by=_order_by(found.slots.get("order_by"), names),
        filter=_filter(found.slots.get("filter"), names),
        grain=_grain(found.slots.get("grain"), names),
        case=None if "case" in own else switch_case(found.slots.get("case"), names),
    )


def _time_shifts(slot: Slot | None, names: Names) -> tuple[ir.TimeShift, ...]:
    items = list(each(slot, "time_shift", TIME_SHIFT, names))
    return tuple(_time_shift(item, at, names, alone=len(items) == 1) for item, at in items)


def _time_shift(item: Properties, slot: Slot, names: Names, *, alone: bool) -> ir.TimeShift:
    what = "a time shift"
    if not alone:
        require(item, "time_dimension", f"{what} beside others", slot.key_span, names)
    if "name" in item.mentioned:
        for key in ("interval", "type"):
            misplaced(item, key, f"a time shift with a `name` takes its `{key}` from the calendar", names)
    else:
        for key in ("interval", "type"):
            require(item, key, what, slot.key_span, names)
    return ir.TimeShift(
        span=slot.key_span,
        time_dimension=reference(item, "time_dimension", names),
        interval=intervals.interval(item.slots.get("interval"), "interval", intervals.WINDOW, names),
        type=item.text("type"),  # type: ignore[arg-type]
        name=item.text("name"),
    )


def calendar_shifts(slot: Slot | None, names: Names) -> tuple[ir.TimeShift, ...]:
    """`timeShift` of a calendar's time dimension: how each shift is computed."""
    shifts = []
    for item, at in each(slot, "time_shift", CALENDAR_SHIFT, names):
        if "sql" not in item.mentioned or "name" not in item.mentioned:
            for key in ("interval", "type"):
                require(item, key, "a time shift", at.key_span, names)
            if item.missing("sql", "name"):
                require(item, "sql", "a time shift without a `name`", at.key_span, names)
        else:
            for key in ("interval", "type"):
                misplaced(item, key, f"a time shift with `name` and `sql` has no `{key}`", names)
        shift = ir.TimeShift(
            span=at.key_span,
            interval=intervals.interval(item.slots.get("interval"), "interval", intervals.WINDOW, names),
            type=item.text("type"),  # type: ignore[arg-type]
            name=item.text("name"),
            sql=sql_at(item, "sql", names),
        )
        shifts.append(shift)
    return tuple(shifts)


def _order_by(slot: Slot | None, names: Names) -> tuple[ir.OrderBy, ...]:
    written = []
    for item, at in each(slot, "order_by", ORDER_BY, names):
        require(item, "sql", "an entry of `orderBy`", at.key_span, names)
        text = sql_at(item, "sql", names)
        if text is not None:
            written.append(ir.OrderBy(span=text.span, sql=text, descending=item.text("dir") == "desc"))
    return tuple(written)


def _grain(slot: Slot | None, names: Names) -> ir.Selection | None:
    found = inside(slot, "grain", GRAIN, names)
    if slot is None or found is None:
        return None
    _either(found, "grain", names)
    return ir.Selection(
        span=slot.key_span,
        include=references(found, "include", names),
        exclude=references(found, "exclude", names),
        keep_only=references(found, "keep_only", names),
    )


def _filter(slot: Slot | None, names: Names) -> ir.Selection | None:
    found = inside(slot, "filter", FILTER, names)
    if slot is None or found is None:
        return None
    _either(found, "filter", names)
    included = found.slots.get("include")
    return ir.Selection(
        span=slot.key_span,
        exclude=references(found, "exclude", names),
        keep_only=references(found, "keep_only", names),
        fixed=found.text("mode") == "fixed",
        added=tuple(_added(included, names)) if included is not None else (),
    )


def _either(found: Properties, key: str, names: Names) -> None:
    if "exclude" in found.mentioned:
        misplaced(found, "keep_only", f"`{key}` has both `exclude` and `keepOnly`", names)


def _added(slot: Slot, names: Names) -> list[dict[str, Any]]:
    """Filters as in a query, of constants alone."""
    found: list[dict[str, Any]] = []
    for item, _ in each(slot, "include", _ADDED, names):
        groups = [key for key in ("or", "and") if key in item.mentioned]
        if groups:
            for key in ("member", "operator", "values", *groups[1:]):
                misplaced(item, key, f"a group of filters has `{groups[0]}` alone, not `{key}`", names)
            inner = item.slots.get(groups[0])
            found.append({groups[0]: _added(inner, names) if inner is not None else []})
            continue
        require(item, "member", "a filter", slot.key_span, names)
        name = operator(item, slot, names)
        if name not in WITHOUT_VALUES:
            require(item, "values", "a filter", slot.key_span, names)
        found.append({"member": item.text("member"), "operator": name, "values": plain(item.get("values"))})
    return found


def operator(item: Properties, slot: Slot, names: Names) -> str | None:
    """The operator of a filter, as queries spell it."""
    from cubeproof.lower.symbols import did_you_mean

    require(item, "operator", "a filter", slot.key_span, names)
    written = item.slots.get("operator")
    if written is None:
        return None
    if isinstance(written.value, str) and written.value in OPERATORS:
        return OPERATORS[written.value]
    if not isinstance(written.value, str):
        wrong_kind(written, "`operator`", "a text", names)
        return None
    message = f"`operator` cannot be `{written.value}`"
    advice = (
        did_you_mean(written.value, OPERATORS)
        or "it is an operator of queries, such as `equals` or `contains`"
    )
    names.report.add("E246", message, written.value_span, help=advice, cube=names.cube.name)
    return None


def switch_case(slot: Slot | None, names: Names) -> ir.SwitchCase | None:
    """`case: {switch: …, when: [{value, sql}], else: {sql}}`."""
    found = inside(slot, "case", SWITCH, names)
    if slot is None or found is None:
        return None
    require(found, "switch", "the `case`", slot.key_span, names)
    require(found, "when", "the `case`", slot.key_span, names)
    whens: list[tuple[str, sql.Sql]] = []
    for item, _ in each(found.slots.get("when"), "when", SWITCH_WHEN, names):
        for key in SWITCH_WHEN:
            require(item, key, "a case of `when`", slot.key_span, names)
        value, text = item.text("value"), sql_at(item, "sql", names)
        if value is not None and text is not None:
            whens.append((value, text))
    otherwise = inside(found.slots.get("else"), "else", SQL_ALONE, names)
    if otherwise is not None:
        require(otherwise, "sql", "`else`", found.slots["else"].key_span, names)
    switch = reference(found, "switch", names)
    if switch is None:
        return None
    return ir.SwitchCase(
        span=slot.key_span,
        switch=switch,
        whens=tuple(whens),
        otherwise=None if otherwise is None else sql_at(otherwise, "sql", names),
    )
