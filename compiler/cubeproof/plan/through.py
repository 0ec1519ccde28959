"""What the views that a query goes through add to it: access policies, and default filters.

Both are conditions on the rows of the query, not of one cube: a row whose joined part they exclude is not seen at all.
"""

from typing import TYPE_CHECKING

from cubeproof.lower import ir
from cubeproof.plan import members, nodes, rules

if TYPE_CHECKING:
    from cubeproof.plan.templates import Templates


def conditions(to: "Templates") -> tuple[nodes.Expression, ...]:
    """All of them, in the order of the views."""
    found: list[nodes.Expression] = []
    for view in to.policies.views:
        condition = to.policies.condition(to, view)
        if condition is not None:
            found.append(condition)
        found += (
            _default(to, view, default.filter)
            for default in view.defaults
            if to.policies.through.filtered.isdisjoint(default.unless)
        )
    return tuple(found)


def _default(to: "Templates", view: ir.View, rule: ir.PolicyFilter) -> nodes.Expression:
    name = rule.member.rpartition(".")[2]
    member = to.policies.dimension(to, view, name)
    if member is None or rule.operator == "measureFilter":
        what = f"a default filter of `{view.name}` on `{name}`, which is no dimension of a cube"
        to.report.not_yet(what, span=rule.span, cube=view.name)
        return nodes.NEVER
    assert isinstance(rule.values, tuple)  # noqa: S101 — constants, as lowering knows no claims there
    given = tuple(
        None if value is None else nodes.Param(origin=nodes.ConstantOrigin(value=value))
        for value in rule.values
        if not isinstance(value, ir.Claim)
    )
    if not rules.fit(rule.operator, given):
        message = f"`{rule.operator}` of a default filter cannot take {len(given)} values, or null among them"
        to.report.add("E462", message, span=rule.span, cube=view.name)
        return nodes.NEVER
    return rules.written(rule.operator, given, members.dimension(to, member), member.type, to.query.timezone)
