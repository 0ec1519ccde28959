"""A filter that a model writes, in an access policy or among a view's defaults: its values are claims and constants.

    {member: at, operator: `beforeDate`, values: [`2020-01-01`]}   →   at < timestamp_bound(?)

Knows no caller: what became of a claim is a placeholder by now.
"""

import msgspec

from cubeproof.lower import ir
from cubeproof.plan import filters, nodes
from cubeproof.request.operators import OPERATORS

Given = tuple[nodes.Param | None, ...]
"""The values, None for null."""


def written(operator: str, given: Given, operand: nodes.Expression, kind: str, zone: str) -> nodes.Expression:
    """The condition on a member of the type `kind`; the values are ones that `fit`. Dates are those of the zone."""
    if OPERATORS[operator] in ("range", "days", "moment"):
        return _dated(operator, operand, given, zone)
    return filters.written(operator, given, operand, kind, zone)


def may_be_reversed(rule: ir.PolicyFilter) -> bool:
    """Whether a caller's claims may turn the ends of a range round: everything lies outside of such a range."""
    values = rule.values
    if rule.operator != "notInDateRange":
        return False
    return isinstance(values, ir.Claim) or (len(values) > 1 and any(isinstance(v, ir.Claim) for v in values))


def _reversed(given: Given) -> bool:
    """Whether a range of the model itself ends before it starts."""
    ends = [param.origin.value for param in given if param and isinstance(param.origin, nodes.ConstantOrigin)]
    return len(ends) == 2 and str(ends[0]) > str(ends[1])


def _dated(operator: str, operand: nodes.Expression, given: Given, zone: str) -> nodes.Expression:
    dates = [param for param in given if param is not None]
    day = "day" if OPERATORS[operator] == "days" else "date"
    single = "date_end" if operator == "beforeOrOnDate" else "date_begin"
    moment = OPERATORS[operator] == "moment"
    first, last = (single, single) if moment else (f"{day}_begin", f"{day}_end")
    start, end = (
        filters.instant(msgspec.structs.replace(param, convert=convert, zone=zone))
        for param, convert in ((dates[0], first), (dates[-1], last))
    )
    return filters.dated(operator, operand, start, end)


def fit(operator: str, given: Given) -> bool:
    """Whether an operator takes so many values, and null among them."""
    takes = OPERATORS[operator]
    if takes == "none":
        return True
    if takes in ("one", "moment"):
        return len(given) == 1 and given[0] is not None
    if takes in ("range", "days"):
        return 1 <= len(given) <= 2 and None not in given and not _reversed(given)
    return bool(given) and (takes == "any" or None not in given)
