"""Access policies for one caller: which members a query may name, and which rows of a cube a scan gives.

What the policies of each of the caller's groups grant is put together: policies of one group all hold, groups add up,
and only groups that show every asked member of the cube count, so that no group's members meet another group's rows.
The condition stands inside each scan of the cube. A caller whom no policy fits sees no row.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from cubeproof.diagnostics import CompileError
from cubeproof.lower import ir
from cubeproof.plan import filters, guards, members, nodes, rules
from cubeproof.plan.addresses import Through
from cubeproof.plan.masks import masked, with_masks
from cubeproof.plan.report import Report
from cubeproof.plan.resolve import Resolved
from cubeproof.plan.revealed import report_revealed
from cubeproof.request.caller import Interview
from cubeproof.request.context import Kind, Semantics

if TYPE_CHECKING:
    from cubeproof.plan.templates import Templates

Rule: TypeAlias = ir.PolicyFilter | ir.PolicyGroup
EVERYONE: Final = "*"
_NOT_ONE_ROW: Final = nodes.Constant(value=False)


class Grant(msgspec.Struct, frozen=True):
    """What the policies of one group grant together; None is everything."""

    group: str
    rows: tuple[Rule, ...] | None
    full: frozenset[str] | None
    masked: frozenset[str]

    def shows(self, member: str) -> bool:
        """Whether a member may be asked for, masked or not."""
        return self.full is None or member in self.full or member in self.masked

    def masks(self, member: str) -> bool:
        """Whether only the mask of a member is shown."""
        return self.full is not None and member not in self.full


class Policies:
    """The policies of a model for one caller and query."""

    def __init__(self, model: ir.Model, interview: Interview, semantics: Semantics, report: Report) -> None:
        self._model, self._interview = model, interview
        self._semantics, self._report = semantics, report
        self._grants: dict[str, tuple[Grant, ...] | None] = {}
        self.views: tuple[ir.View, ...] = ()
        self.through = Through({}, frozenset())
        """The views that the query goes through."""
        self.masked: dict[str, ir.Member] = {}
        """Members of the query, by full name, and what stands in their places. No filter on one is pushed into SQL."""

    # Members

    def checked(self, resolved: Resolved, through: Through) -> Resolved:
        """The query's members as this caller sees them; what is not shown is reported, masks take members' places."""
        self.through = through
        self.views = tuple(self._model.views[name] for name in through.views)
        for view in self.views:
            self._check_view(view, tuple(through.views[view.name]))
        asked: dict[str, dict[str, ir.Member]] = {}
        for member in _asked(resolved):
            asked.setdefault(member.cube, {})[member.name] = member
        for cube, named in asked.items():
            grants = self._granted(self._model.cubes[cube])
            if not grants:
                continue
            fit = tuple(grant for grant in grants if all(grant.shows(name) for name in named))
            if not fit:
                self._refuse(cube, named, grants)
                continue
            self._grants[cube] = fit
            for name, member in named.items():
                if self._is_masked(fit, member):
                    self.masked[f"{cube}.{name}"] = masked(member)
        seen = with_masks(resolved, self.masked) if self.masked else resolved
        if any(cube.policies is not None for cube in self._model.cubes.values()):
            report_revealed(self._model, seen, self._only_masked, self._semantics, self._report)
        return seen

    def _check_view(self, view: ir.View, names: tuple[str, ...]) -> None:
        """What a view shows of the query's members; its masks have no SQL yet."""
        grants = self._granted(view)
        if not grants:
            return
        fit = tuple(grant for grant in grants if all(grant.shows(name) for name in names))
        self._grants[view.name] = fit
        if not fit:
            self._refuse(view.name, {name: view.members[name] for name in names}, grants)
        if any(grant.masks(name) for grant in fit for name in names):
            self._report.not_yet(f"masks of an access policy of a view (`{view.name}`)", span=view.span)

    def _refuse(
        self, cube: str, named: Mapping[str, ir.Member | ir.ViewMember], grants: tuple[Grant, ...]
    ) -> None:
        hidden = [name for name in named if not any(grant.shows(name) for grant in grants)]
        for name in hidden:
            message = f"no access policy of `{cube}` shows `{cube}.{name}` to this caller"
            self._report.add("E460", message, span=named[name].span, cube=cube)
        if not hidden:
            listed = ", ".join(f"`{cube}.{name}`" for name in named)
            message = f"no group of this caller is shown {listed} together"
            advice = "ask for them in queries of their own: each group has its own rows"
            self._report.add("E460", message, help=advice, cube=cube)

    def _is_masked(self, grants: tuple[Grant, ...], member: ir.Member) -> bool:
        masking = [grant for grant in grants if grant.masks(member.name)]
        plain = [grant for grant in grants if not grant.masks(member.name)]
        if not masking or any(grant.rows is None for grant in plain):
            return False
        if plain:
            what = f"masking `{member.cube}.{member.name}` in the rows of one group and not of another"
            self._report.not_yet(what, span=member.span, cube=member.cube)
        return True

    def _only_masked(self, member: ir.Member) -> bool:
        """Whether some group of the caller is shown a member's mask, and none the member in all rows."""
        grants = self._granted(self._model.cubes[member.cube]) or ()
        whole = any(grant.rows is None and not grant.masks(member.name) for grant in grants)
        return not whole and any(grant.masks(member.name) and member.name in grant.masked for grant in grants)

    def _granted(self, cube: ir.Cube | ir.View) -> tuple[Grant, ...] | None:
        """What each of the caller's groups is granted; None for a cube or view without policies."""
        if cube.policies is None:
            return None
        if cube.name not in self._grants:
            self._grants[cube.name] = tuple(_together(self._applicable(cube, cube.policies)))
        return self._grants[cube.name]

    def _applicable(
        self, cube: ir.Cube | ir.View, policies: tuple[ir.Policy, ...]
    ) -> dict[str, list[ir.Policy]]:
        """The policies that fit the caller, by group."""
        found: dict[str, list[ir.Policy]] = {}
        for policy in policies:
            mine = [group for group in policy.groups if group == EVERYONE or self._interview.in_group(group)]
            if mine and self._hold(policy, cube.name):
                for group in mine:
                    found.setdefault(group, []).append(policy)
        return found

    def _hold(self, policy: ir.Policy, cube: str) -> bool:
        for condition in policy.conditions:
            try:
                holds = self._interview.holds(condition)
            except CompileError as error:
                self._report.diagnostics.extend(error.diagnostics)
                return False
            if not holds:
                return False
        return True

    # Rows

    def condition(self, to: "Templates", cube: ir.Cube | ir.View) -> nodes.Expression | None:
        """What the rows of a scan of the cube must meet, or those of a query through a view; None for all rows."""
        grants = self._granted(cube)
        if grants is None or any(grant.rows is None for grant in grants):
            return None
        if not grants:
            assert cube.policies is not None  # noqa: S101 — there are policies, and none fits
            self._fact(to, cube.name, self._interview.groups_name, None, "closed", cube.policies[0])
            return _NOT_ONE_ROW
        return filters.any_of(tuple(self._all(to, cube, grant.rows or ()) for grant in grants))

    def _all(self, to: "Templates", cube: ir.Cube | ir.View, rules: Iterable[Rule]) -> nodes.Expression:
        return filters.all_of(tuple(self._rule(to, cube, rule) for rule in rules))

    def _rule(self, to: "Templates", cube: ir.Cube | ir.View, rule: Rule) -> nodes.Expression:
        if isinstance(rule, ir.PolicyGroup):
            written = tuple(self._rule(to, cube, part) for part in rule.filters)
            return filters.any_of(written) if rule.any else filters.all_of(written)
        member = self.dimension(to, cube, rule.member.rpartition(".")[2])
        if member is None or rule.operator == "measureFilter" or rules.may_be_reversed(rule):
            what = f"an access policy that filters `{rule.member}` by `{rule.operator}`"
            if member is None:
                what = f"an access policy that filters by `{rule.member}`, which is no dimension"
            to.report.not_yet(what, span=rule.span, cube=cube.name)
            return nodes.NEVER
        given = self._values(to, cube.name, rule)
        if given is None:
            return _NOT_ONE_ROW
        if not rules.fit(rule.operator, given):
            message = (
                f"`{rule.operator}` of an access policy cannot take {len(given)} values, or null among them"
            )
            to.report.add("E462", message, span=rule.span, cube=cube.name)
            return nodes.NEVER
        operand = members.dimension(to, member)
        # UTC, whatever the query's zone: a caller does not move the border of what it sees
        return rules.written(rule.operator, given, operand, member.type, "UTC")

    def dimension(self, to: "Templates", cube: ir.Cube | ir.View, name: str) -> ir.Dimension | None:
        """The dimension of that name; that of a view is a cube's, along the view's path."""
        if isinstance(cube, ir.Cube):
            return cube.dimensions.get(name)
        shown = cube.members.get(name)
        if shown is None or shown.kind != "dimension":
            return None
        to.touched[shown.path] = None
        return self._model.cubes[shown.cube].dimensions[shown.member]

    def _values(
        self, to: "Templates", cube: str, rule: ir.PolicyFilter
    ) -> tuple[nodes.Param | None, ...] | None:
        """The values of a filter as parameters; None where a claim leaves no row."""
        written: tuple[ir.Constant | ir.Claim, ...] = (
            (rule.values,) if isinstance(rule.values, ir.Claim) else rule.values
        )
        found: list[nodes.Param | None] = []
        for value in written:
            if not isinstance(value, ir.Claim):
                origin = nodes.ConstantOrigin(value=value) if value is not None else None
                found.append(None if origin is None else nodes.Param(origin=origin))
                continue
            verdict = self._verdict(value, listed=value is rule.values)
            if isinstance(verdict, guards.Refused):
                to.claims.refuse(verdict, value.path, value.span, cube)
                return None
            claim = ".".join(value.path)
            guard = len(to.claims.facts)
            self._fact(to, cube, claim, rule.member, verdict.state, rule)
            if verdict.state == "closed":
                return None
            found += _params(value.path, self._interview.kind(value.path), guard)
        if not any(isinstance(value, ir.Claim) for value in written):
            self._fact(to, cube, self._interview.groups_name, rule.member, "bound", rule)
        return tuple(found)

    def _verdict(self, claim: ir.Claim, *, listed: bool) -> guards.Verdict | guards.Refused:
        kind = self._interview.kind(claim.path)
        if isinstance(kind, tuple) and not listed:
            return guards.Refused("E454", "it is a list inside of the list of values")
        return guards.decide_policy(kind, self._semantics)

    def _fact(
        self, to: "Templates", cube: str, claim: str, member: str | None, state: str, at: ir.Node
    ) -> None:
        fact = nodes.Guard(
            cube=cube, claim=claim, on=member and member.rpartition(".")[2], form="policy",
            state=state, span=at.span,  # type: ignore[arg-type]
        )  # fmt: skip
        to.claims.facts.append(fact)


def _together(by_group: dict[str, list[ir.Policy]]) -> Iterator[Grant]:
    for group, policies in by_group.items():
        open_rows = any(policy.rows is None for policy in policies)
        every = any(policy.members is None for policy in policies)
        full = frozenset(name for policy in policies for name in policy.members or ())
        yield Grant(
            group=group,
            rows=None if open_rows else tuple(rule for policy in policies for rule in policy.rows or ()),
            full=None if every else full,
            masked=frozenset(name for policy in policies for name in policy.masked) - full,
        )


def _params(path: tuple[str, ...], kind: Kind, guard: int) -> list[nodes.Param | None]:
    if not isinstance(kind, tuple):
        return [nodes.Param(origin=nodes.ClaimOrigin(path=path), guard=guard)]
    origins = (nodes.ClaimOrigin(path=(*path, index)) for index in range(len(kind)))
    return [nodes.Param(origin=origin, guard=guard) for origin in origins]


def _asked(resolved: Resolved) -> Iterator[ir.Member]:
    yield from resolved.measures
    yield from resolved.dimensions
    yield from resolved.segments
    yield from (member for _, member in resolved.times)
    yield from resolved.filtered.values()
    yield from resolved.restricting.values()
