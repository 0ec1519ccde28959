"""The part of the model that decides over rows and members: access policies, and the default filters of views."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, dataclass_transform

import msgspec

from cubeproof.source import Span


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A fact of the model and the place it was written at."""

    span: Span


class PolicyFilter(Node):
    """`{member: status, operator: `equals`, values: [securityContext.state]}`; `member` is a full name.

    Each value is a constant or a claim; `values: securityContext.states` is one claim that holds them all.
    """

    member: str
    operator: str
    values: "tuple[Constant | Claim, ...] | Claim"


class Claim(Node):
    """`securityContext.tenant.id` in an access policy."""

    path: tuple[str, ...]


Constant: TypeAlias = str | float | bool | None


class PolicyGroup(Node):
    """`{or: […]}`, `{and: […]}`."""

    any: bool
    filters: "tuple[PolicyFilter | PolicyGroup, ...]"


class PolicyCondition(Node):
    """`conditions: [{if: securityContext.active}]`.

    `holds(claims)` answers for the caller at hand, whose claims are given as one JSON object. Raises `CompileError`.
    """

    holds: Callable[[Mapping[str, Any]], bool]


class Policy(Node):
    """One of `accessPolicy: […]`."""

    groups: tuple[str, ...]
    conditions: tuple[PolicyCondition, ...] = ()
    rows: tuple[PolicyFilter | PolicyGroup, ...] | None = None
    """All of them hold for the rows that are shown; None shows every row."""
    allows_all: bool = False
    """`allowAll: true` is written out."""
    members: tuple[str, ...] | None = None
    """Names of the members that may be asked for; None is all."""
    masked: tuple[str, ...] = ()
    """Names of members of which only `mask` is shown."""


class DefaultFilter(Node):
    """`defaultFilters: [{member: currency, operator: `equals`, values: [`USD`], unless: [currency]}]` of a view.

    It holds unless the query filters one of the members `unless`; all names are of the view's members, such as `Sales.currency`.
    """

    filter: PolicyFilter
    unless: tuple[str, ...]
