"""Access policies: who may see which rows and members of a cube. Typed and checked here, decided for nobody.

Conditions see a caller's claims as plain values (`securityContext.roles.includes('x')`); values of filters are constants
and claims, which are bound as parameters. Source of the rules: Cube 1.7. Knows no caller.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from cubeproof.diagnostics import CompileError
from cubeproof.evaluate import force
from cubeproof.evaluate.objects import value_of
from cubeproof.evaluate.values import (
    Array,
    Hole,
    Native,
    NeedsCaller,
    Refusal,
    Slot,
    Test,
    Value,
)
from cubeproof.lower import ir, schema
from cubeproof.lower.names import Known, Names, Outline
from cubeproof.lower.operators import WITHOUT_VALUES
from cubeproof.lower.pieces import each, inside, misplaced, references, require, wrong_kind
from cubeproof.lower.properties import Properties
from cubeproof.lower.report import Report
from cubeproof.lower.schema import NEW, RAW, TEXT, Property, Schema
from cubeproof.lower.stages import operator
from cubeproof.lower.symbols import did_you_mean
from cubeproof.lower.texts import described
from cubeproof.source import Span

_TEXTS: Final = Property(kind="texts")
POLICY: Final[Schema] = {
    "group": TEXT,
    "groups": _TEXTS,
    "role": Property(kind="text", gone=NEW),
    "conditions": RAW,
    "row_level": RAW,
    "member_level": RAW,
    "member_masking": RAW,
}
_CONDITION: Final[Schema] = {"if": RAW}
_ROWS: Final[Schema] = {"filters": RAW, "allow_all": schema.FLAG}
_FILTER: Final[Schema] = {"member": RAW, "operator": RAW, "values": RAW, "or": RAW, "and": RAW}
_DEFAULT: Final[Schema] = {"member": RAW, "operator": RAW, "values": RAW, "unless": RAW}
_SET: Final[Schema] = {"includes": RAW, "excludes": RAW}
CONTEXTS: Final = ("securityContext", "security_context", "SECURITY_CONTEXT", "USER_CONTEXT")
"""What the claims are called inside a policy."""


def _unknown(*_: object) -> Value:
    raise NeedsCaller


class ClaimValue(Native):
    """`securityContext.tenant.id` in a policy: the claim itself, whose value, and methods, only a caller has."""

    __slots__ = ("path",)

    def __init__(self, path: tuple[str, ...] = ()) -> None:
        super().__init__(".".join(("securityContext", *path)), _unknown)
        self.path = path

    def member(self, name: str, span: Span) -> Value:
        """A claim further down."""
        return ClaimValue((*self.path, name))

    def hole(self, span: Span) -> Hole:
        """Only a caller can tell."""
        raise NeedsCaller

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """Only a caller can tell."""
        raise NeedsCaller

    def value(self, span: Span) -> Value:
        """Only a caller can tell."""
        raise NeedsCaller


class PolicyNames(Names):
    """The names of a policy: the caller's claims beside cubes and members."""

    __slots__ = ("claims",)

    def __init__(self, names: Names, bare: Mapping[str, Known], claims: Value, report: Report) -> None:
        super().__init__(names.cube, names.outlines, bare, report)
        self.claims = claims

    def __getitem__(self, name: str) -> Value:
        return self.claims if name in CONTEXTS else super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        return name in CONTEXTS or super().__contains__(name)


def policies(slots: tuple[tuple[Slot, Names], ...]) -> tuple[ir.Policy, ...] | None:
    """All policies of a cube, inherited ones first; None if it has none."""
    found: list[ir.Policy] = []
    for slot, names in slots:
        if isinstance(slot.value, Array) and not slot.value.items:
            message = "an empty `accessPolicy` restricts nobody"
            names.report.add("E268", message, slot.value_span, severity="warning", cube=names.cube.name)
        found += [_policy(item, at, names) for item, at in each(slot, "access_policy", POLICY, names)]
    return tuple(found) or None


def _policy(item: Properties, slot: Slot, names: Names) -> ir.Policy:
    span = next((s.key_span for key in POLICY if (s := item.slots.get(key))), slot.key_span)
    known = PolicyNames(names, names.bare, ClaimValue(), names.report)
    conditions = tuple(
        condition
        for entry, at in each(item.slots.get("conditions"), "conditions", _CONDITION, names)
        if (condition := _condition(entry, at, known)) is not None
    )
    shown = _member_set(item.slots.get("member_level"), "member_level", names)
    masked = _member_set(item.slots.get("member_masking"), "member_masking", names)
    if masked is not None and "member_level" not in item.mentioned:
        message = "`memberMasking` needs `memberLevel`, which says what is not masked"
        misplaced(item, "member_masking", message, names)
    rows = _rows(item.slots.get("row_level"), known)
    return ir.Policy(
        span=span,
        groups=_groups(item, span, names),
        conditions=conditions,
        rows=rows,
        allows_all=rows is None and "row_level" in item.slots,
        members=shown,
        masked=tuple(name for name in masked or () if name not in (shown or ())),
    )


def _groups(item: Properties, span: Span, names: Names) -> tuple[str, ...]:
    given = [key for key in ("group", "groups", "role") if key in item.mentioned]
    for key in given[1:]:
        misplaced(item, key, f"an access policy has both `{given[0]}` and `{key}`", names)
    if not given and item.complete:
        message, advice = "an access policy has no `group`", "say whom it is for, `group: '*'` for everyone"
        names.report.add("E244", message, span, label="needs `group`", help=advice, cube=names.cube.name)
    single = item.text("group") or item.text("role")
    several = item.get("groups")
    return tuple(str(group) for group in several.items) if isinstance(several, Array) else (single or "",)


# Conditions


def _condition(entry: Properties, slot: Slot, names: PolicyNames) -> ir.PolicyCondition | None:
    require(entry, "if", "a condition", slot.key_span, names)
    test = entry.slots.get("if")
    if test is None:
        return None
    condition = ir.PolicyCondition(span=test.value_span, holds=_holds(test, names))
    _try(test, names)
    return condition


def _holds(test: Slot, names: PolicyNames) -> Callable[[Mapping[str, Any]], bool]:
    def holds(claims: Mapping[str, Any]) -> bool:
        report = Report()
        cube = names.cube.name
        try:
            known = PolicyNames(names, names.bare, value_of(dict(claims), test.value_span), report)
            found = force(test.value, known)
        except Refusal as refusal:
            raise CompileError((refusal.diagnostic(cube),)) from None
        if not isinstance(found, bool):
            message = (
                f"the condition of an access policy is {described(found)}, but must be `true` or `false`"
            )
            advice = "compare: `securityContext.level === 3`"
            wrong = Refusal(message, test.value_span, code="E256", help=advice)
            raise CompileError((wrong.diagnostic(cube),))
        return found

    return holds


def _try(test: Slot, names: PolicyNames) -> None:
    """Report a condition that no caller could decide, such as one with an unknown name."""
    try:
        found = force(test.value, names, report=names.refused)
    except NeedsCaller:
        return
    except Refusal as refusal:
        names.refused(refusal)
        return
    if not isinstance(found, bool | ClaimValue):
        message = f"a condition is {described(found)}, but must be `true` or `false`"
        names.report.add("E243", message, test.value_span, cube=names.cube.name)


# Rows


def _rows(slot: Slot | None, names: PolicyNames) -> tuple[ir.PolicyFilter | ir.PolicyGroup, ...] | None:
    found = inside(slot, "row_level", _ROWS, names)
    if slot is None or found is None:
        return None
    if found.missing("filters", "allow_all"):
        message, advice = (
            "`rowLevel` has neither `filters` nor `allowAll`",
            "write `rowLevel: {allowAll: true}`",
        )
        names.report.add("E244", message, slot.key_span, help=advice, cube=names.cube.name)
    if "filters" in found.mentioned:
        misplaced(found, "allow_all", "`rowLevel` has both `filters` and `allowAll`", names)
    elif found.get("allow_all") is False:
        misplaced(found, "allow_all", "`allowAll: false` says nothing: give `filters`", names)
    filters = found.slots.get("filters")
    if filters is None:
        return None
    written = tuple(_filters(filters, "filters", names))
    if isinstance(filters.value, Array) and not filters.value.items:
        message, advice = (
            "`filters` of an access policy holds no filter",
            "to show every row, write `allowAll: true`",
        )
        names.report.add("E244", message, filters.key_span, help=advice, cube=names.cube.name)
    return written


def _filters(slot: Slot, key: str, names: PolicyNames) -> list[ir.PolicyFilter | ir.PolicyGroup]:
    found: list[ir.PolicyFilter | ir.PolicyGroup] = []
    for item, _ in each(slot, key, _FILTER, names):
        groups = [group for group in ("or", "and") if group in item.mentioned]
        if not groups:
            filtered = _filter(item, slot, names)
            if filtered is not None:
                found.append(filtered)
            continue
        for other in ("member", "operator", "values", *groups[1:]):
            misplaced(item, other, f"a group of filters has `{groups[0]}` alone, not `{other}`", names)
        inner = item.slots.get(groups[0])
        if inner is not None:
            filters = tuple(_filters(inner, groups[0], names))
            if not filters:
                message = f"`{groups[0]}` of an access policy holds no filter"
                names.report.add("E244", message, inner.key_span, cube=names.cube.name)
            found.append(ir.PolicyGroup(span=inner.key_span, any=groups[0] == "or", filters=filters))
    return found


def _filter(item: Properties, slot: Slot, names: Names) -> ir.PolicyFilter | None:
    require(item, "member", "a filter of an access policy", slot.key_span, names)
    name = operator(item, slot, names)
    values = item.slots.get("values")
    if name is not None and name not in WITHOUT_VALUES:
        require(item, "values", f"a filter by `{name}`", slot.key_span, names)
    member = _member(item, names)
    found = () if values is None else _values(values, names)
    if member is None or name is None or found is None:
        return None
    return ir.PolicyFilter(span=item.slots["member"].value_span, member=member, operator=name, values=found)


def _member(item: Properties, names: Names) -> str | None:
    slot = item.slots.get("member")
    if slot is None:
        return None
    found = references(item, "member", names)
    if not found:
        return None
    return _own_member(found[0], slot.value_span, names)


def _values(slot: Slot, names: Names) -> tuple[ir.Constant | ir.Claim, ...] | ir.Claim | None:
    try:
        found = force(slot.value, names, report=names.refused)
    except NeedsCaller:
        _computed(slot, names)
        return None
    except Refusal as refusal:
        names.refused(refusal)
        return None
    if isinstance(found, ClaimValue):
        return _claim(found, slot, names)
    if not isinstance(found, Array):
        wrong_kind(Slot(found, slot.key_span, slot.value_span), "`values`", "a list", names)
        return None
    values: list[ir.Constant | ir.Claim] = []
    for value in found.items:
        if isinstance(value, ClaimValue):
            claim = _claim(value, slot, names)
            if claim is None:
                return None
            values.append(claim)
        elif value is None or isinstance(value, bool | float | str):
            values.append(value)
        else:
            message = f"`values` holds {described(value)}, but must hold constants and claims"
            names.report.add("E243", message, slot.value_span, cube=names.cube.name)
            return None
    return tuple(values)


def _claim(found: ClaimValue, slot: Slot, names: Names) -> ir.Claim | None:
    if not found.path:
        message = "the security context as a whole cannot be a value"
        names.report.add("E259", message, slot.value_span, cube=names.cube.name)
        return None
    return ir.Claim(span=slot.value_span, path=found.path)


def _computed(slot: Slot, names: Names) -> None:
    names.report.add(
        "E269", "the values of an access policy are computed from a claim", slot.value_span, cube=names.cube.name,
        help="give the claim itself, `[securityContext.region]`, or a claim that is the list, and put what is computed "
        "into the token",
    )  # fmt: skip


def default_filters(slot: Slot, names: Names) -> tuple[ir.DefaultFilter, ...]:
    """Filters that a view adds to the queries that go through it; their values are constants."""
    found: list[ir.DefaultFilter] = []
    for item, at in each(slot, "default_filters", _DEFAULT, names):
        filtered = _filter(item, at, names)
        unless = references(item, "unless", names) or ()
        members = (_own_member(name, item.slots["unless"].value_span, names) for name in unless)
        if filtered is not None:
            fitting = tuple(name for name in members if name is not None)
            found.append(ir.DefaultFilter(span=at.key_span, filter=filtered, unless=fitting))
    return tuple(found)


# Members


def _member_set(slot: Slot | None, key: str, names: Names) -> tuple[str, ...] | None:
    """`includes` without `excludes`, as names of members; None without either property."""
    found = inside(slot, key, _SET, names)
    if found is None:
        return None
    included = _listed(found.slots.get("includes"), "includes", names)
    excluded = _listed(found.slots.get("excludes"), "excludes", names) if "excludes" in found.slots else ()
    return tuple(name for name in included if name not in excluded)


def _listed(slot: Slot | None, key: str, names: Names) -> tuple[str, ...]:
    everything = tuple(name for name, known in names.cube.members.items() if known.kind != "pre-aggregation")
    if slot is None or slot.value == "*":
        return everything
    if not isinstance(slot.value, Array) or not all(isinstance(item, str) for item in slot.value.items):
        wrong_kind(slot, f"`{key}`", "`*` or a list of names", names)
        return ()
    own = (_own_member(str(name), slot.value_span, names) for name in slot.value.items)
    return tuple(name.partition(".")[2] for name in own if name is not None)


def _own_member(written: str, span: Span, names: Names) -> str | None:
    """The full name of a member of the policy's own cube."""
    outline: Outline = names.cube
    cube, _, member = written.rpartition(".")
    if cube not in ("", outline.name):
        message = f"`{written}` is a member of another cube than `{outline.name}`, whose rows this is about"
        names.report.add("E271", message, span, cube=outline.name, once=written)
        return None
    known = outline.members.get(member)
    if (known is None and not outline.open) or (known is not None and known.kind == "pre-aggregation"):
        message = f"cube `{outline.name}` has no member `{member}`"
        advice = did_you_mean(member, outline.members)
        names.report.add(
            "E252", message, span, label="unknown member", help=advice, cube=outline.name, once=member
        )
        return None
    return f"{outline.name}.{member}"
