"""FILTER_PARAMS and FILTER_GROUP: the query's own filters, put where a model asks for them.

What is pushed is implied by the query's WHERE, which is always written too: an `or` is pushed as a whole or not at all.
Source of the rules: Cube's documentation of FILTER_PARAMS; newest behaviour, and an error where Cube's callback would
see other values than the filter has.
"""

from collections.abc import Callable

from cubeproof.plan import filters, nodes
from cubeproof.request.query import Condition, Filter, Query, Slot

Push = Callable[[Condition], nodes.Expression | None]
"""A condition on what the model gave for its member, or None where the model did not ask for the member."""


def pushed(query: Query, push: Push) -> nodes.Expression:
    """All of the query's filters that can be pushed; always true if none can."""
    ranges = (_ranges(query, push), *(_tree(item, push) for item in query.filters))
    return filters.all_of(tuple(_flat(ranges)))


def _flat(parts: tuple[nodes.Expression | None, ...]) -> list[nodes.Expression]:
    return [
        p
        for part in parts
        if part is not None
        for p in (part.operands if isinstance(part, nodes.And) else (part,))
    ]


def _ranges(query: Query, push: Push) -> nodes.Expression | None:
    found = []
    for time in query.time_dimensions:
        if time.date_range is not None:
            values = (time.date_range.start, time.date_range.end)
            asked = Condition(path=time.path, member=time.member, operator="inDateRange", values=values)
            found.append(push(asked))
    known = _flat(tuple(found))
    return filters.all_of(tuple(known)) if known else None


def _tree(item: Filter, push: Push) -> nodes.Expression | None:
    if isinstance(item, Condition):
        return push(item)
    parts = tuple(_tree(inner, push) for inner in item.filters)
    if item.kind == "and":
        known = _flat(parts)
        return filters.all_of(tuple(known)) if known else None
    if any(part is None for part in parts):
        return None
    return filters.any_of(tuple(part for part in parts if part is not None))


NEGATED = (
    "notEquals",
    "notIn",
    "notContains",
    "notStartsWith",
    "notEndsWith",
    "notInDateRange",
)


def callback_values(asked: Condition) -> tuple[Slot, ...] | str:
    """The values a callback gets for a filter, or why it cannot say what the filter says."""
    if asked.operator in NEGATED:
        return f"a callback cannot express `{asked.operator}`"
    slots = tuple(slot for slot in asked.values if slot is not None)
    return slots if len(slots) == len(asked.values) else "a callback cannot express null among the values"
