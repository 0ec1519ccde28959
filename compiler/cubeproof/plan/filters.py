"""A query's filter becomes a condition on an expression. The operators are those of Cube's REST query.

Differs from Cube where Cube gives no condition or broken SQL: those are refused while the query is read.
"""

from typing import TypeAlias

import msgspec

from cubeproof.plan import nodes
from cubeproof.request.query import Condition, DateRange, Slot

Value: TypeAlias = Slot | nodes.Param
"""A value of the query by its place, or any other placeholder."""

DATE_OPERATORS = (
    "inDateRange", "notInDateRange", "onTheDate", "beforeDate", "afterDate", "beforeOrOnDate", "afterOrOnDate",
)  # fmt: skip
_TEXT_CALLS = {
    "contains": "contains",
    "startsWith": "starts_with",
    "endsWith": "ends_with",
    "notContains": "not_contains",
    "notStartsWith": "not_starts_with",
    "notEndsWith": "not_ends_with",
}
_EQUALITIES = ("equals", "in", "notEquals", "notIn")
_COMPARISONS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
_DATE_BOUNDS = {"beforeDate": "<", "afterDate": ">", "beforeOrOnDate": "<=", "afterOrOnDate": ">="}


def condition(asked: Condition, operand: nodes.Expression, kind: str, zone: str) -> nodes.Expression:
    """The condition that `asked` puts on `operand`, a member of the type `kind`, in the query's zone."""
    return written(asked.operator, asked.values, operand, kind, zone)


def written(
    operator: str, values: tuple[Value | None, ...], operand: nodes.Expression, kind: str, zone: str
) -> nodes.Expression:
    """The condition of an operator with its values; null among them is None."""
    slots = tuple(slot for slot in values if slot is not None)
    has_null = len(slots) < len(values)
    if kind == "time" and (operator in _COMPARISONS or operator in _EQUALITIES):
        return _time(operator, operand, slots, has_null=has_null)
    if operator in ("equals", "in"):
        return _equal(operand, _params(slots, kind), has_null=has_null)
    if operator in ("notEquals", "notIn"):
        return _unequal(operand, _params(slots, kind), has_null=has_null)
    if operator in ("set", "notSet"):
        return nodes.IsNull(operand=operand, negated=operator == "set")
    if operator in _TEXT_CALLS:
        return _text(operator, operand, slots)
    if operator in _COMPARISONS:
        (value,) = _params(slots, kind)
        return nodes.Compare(left=operand, operator=_COMPARISONS[operator], right=value)  # type: ignore[arg-type]
    return _date(operator, operand, slots, zone)


def in_range(operand: nodes.Expression, span: DateRange, zone: str) -> nodes.Expression:
    """`operand` lies between two local times of the zone, both inclusive."""
    return _date("inDateRange", operand, (span.start, span.end), zone)


def param(slot: Value, convert: nodes.Convert = "as_is", zone: str = "UTC") -> nodes.Param:
    """The placeholder for a value of the query; one that is a placeholder already is converted."""
    if isinstance(slot, nodes.Param):
        return msgspec.structs.replace(slot, convert=convert, zone=zone)
    return nodes.Param(
        origin=nodes.ValueOrigin(index=slot.index, label=slot.label), convert=convert, zone=zone
    )


def bare_params(operator: str, slots: tuple[Slot, ...], zone: str) -> tuple[nodes.Param, ...]:
    """The values of a filter as a callback gets them: instants of dates, without the engine's cast."""
    if operator not in DATE_OPERATORS:
        return tuple(param(slot) for slot in slots)
    if len(slots) == 1:
        last = operator in ("afterDate", "beforeOrOnDate")
        return (param(slots[0], "to_instant" if last else "from_instant", zone),)
    return param(slots[0], "from_instant", zone), param(slots[1], "to_instant", zone)


def all_of(conditions: tuple[nodes.Expression, ...]) -> nodes.Expression:
    """Their conjunction; without any, always true."""
    if not conditions:
        return nodes.Constant(value=True)
    return conditions[0] if len(conditions) == 1 else nodes.And(operands=conditions)


def any_of(conditions: tuple[nodes.Expression, ...]) -> nodes.Expression:
    """Their disjunction; at least one."""
    return conditions[0] if len(conditions) == 1 else nodes.Or(operands=conditions)


_CONVERT: dict[str, nodes.Convert] = {
    "string": "text",
    "number": "number",
    "count": "number",
    "count_distinct": "number",
    "count_distinct_approx": "number",
    "sum": "number",
    "avg": "number",
    "rank": "number",
    "running_total": "number",
    "min": "number_like",
    "max": "number_like",
    "boolean": "boolean",
}


def _params(slots: tuple[Value, ...], kind: str) -> tuple[nodes.Param, ...]:
    convert = _CONVERT.get(kind, "as_is")
    return tuple(param(slot, convert) for slot in slots)


def _equal(operand: nodes.Expression, values: tuple[nodes.Param, ...], *, has_null: bool) -> nodes.Expression:
    alternatives: list[nodes.Expression] = []
    if len(values) == 1:
        alternatives.append(nodes.Compare(left=operand, operator="=", right=values[0]))
    elif values:
        alternatives.append(nodes.In(operand=operand, values=values))
    if has_null:
        alternatives.append(nodes.IsNull(operand=operand))
    return any_of(tuple(alternatives))


def _unequal(
    operand: nodes.Expression, values: tuple[nodes.Param, ...], *, has_null: bool
) -> nodes.Expression:
    if not values:
        return nodes.IsNull(operand=operand, negated=True)
    differs: nodes.Expression = (
        nodes.Compare(left=operand, operator="<>", right=values[0])
        if len(values) == 1
        else nodes.In(operand=operand, values=values, negated=True)
    )
    if has_null:
        return differs
    return nodes.Or(operands=(differs, nodes.IsNull(operand=operand)))


def _time(
    operator: str, operand: nodes.Expression, slots: tuple[Value, ...], *, has_null: bool
) -> nodes.Expression:
    """Times compared as the engine compares them, which is not always as they are written."""
    column = nodes.Call(function="timestamp", arguments=(operand,))
    values = tuple(nodes.Call(function="time_value", arguments=(param(slot),)) for slot in slots)
    sign = _COMPARISONS.get(operator, "=" if operator in ("equals", "in") else "<>")
    parts = tuple(nodes.Compare(left=column, operator=sign, right=value) for value in values)  # type: ignore[arg-type]
    if operator in _COMPARISONS:
        return parts[0]
    if sign == "=":
        return any_of((*parts, nodes.IsNull(operand=operand)) if has_null else parts)
    if not parts:
        return nodes.IsNull(operand=operand, negated=True)
    return all_of(parts) if has_null else nodes.Or(operands=(all_of(parts), nodes.IsNull(operand=operand)))


def _text(operator: str, operand: nodes.Expression, slots: tuple[Value, ...]) -> nodes.Expression:
    calls = tuple(
        nodes.Call(function=_TEXT_CALLS[operator], arguments=(operand, param(slot, "like"))) for slot in slots
    )
    if operator.startswith("not"):
        return nodes.Or(operands=(all_of(calls), nodes.IsNull(operand=operand)))
    return any_of(calls)


def _date(operator: str, operand: nodes.Expression, slots: tuple[Value, ...], zone: str) -> nodes.Expression:
    last = operator in ("afterDate", "beforeOrOnDate") or len(slots) > 1
    first_bound, last_bound = _bound(slots[0], zone, last=False), _bound(slots[-1], zone, last=last)
    return dated(operator, operand, first_bound, last_bound)


def dated(
    operator: str, operand: nodes.Expression, start: nodes.Expression, end: nodes.Expression
) -> nodes.Expression:
    """A condition on a time: between two instants, or beyond `end`, which is the only one then."""
    column = nodes.Call(function="timestamp", arguments=(operand,))
    if operator in _DATE_BOUNDS:
        return nodes.Compare(left=column, operator=_DATE_BOUNDS[operator], right=end)  # type: ignore[arg-type]
    if operator == "notInDateRange":
        before = nodes.Compare(left=column, operator="<", right=start)
        return nodes.Or(operands=(before, nodes.Compare(left=column, operator=">", right=end)))
    since = nodes.Compare(left=column, operator=">=", right=start)
    return nodes.And(operands=(since, nodes.Compare(left=column, operator="<=", right=end)))


def _bound(slot: Value, zone: str, *, last: bool) -> nodes.Expression:
    return instant(param(slot, "to_instant" if last else "from_instant", zone))


def instant(bound: nodes.Param) -> nodes.Expression:
    """A placeholder as the dialect's instant."""
    return nodes.Call(function="timestamp_bound", arguments=(bound,))
