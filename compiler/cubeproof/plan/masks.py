"""Members of which a caller is shown the mask alone: `mask: -1` or `mask: {sql: …}` in the place of a member, NULL without one.

Knows no policy and no caller.
"""

import msgspec

from cubeproof.lower import ir, sql
from cubeproof.plan.resolve import Resolved


def with_masks(resolved: Resolved, masks: dict[str, ir.Member]) -> Resolved:
    """The same query with masks in the places of members."""

    def seen(member: ir.Member) -> ir.Member:
        return masks.get(f"{member.cube}.{member.name}", member)

    return Resolved(
        measures=tuple(seen(m) for m in resolved.measures),  # type: ignore[misc]
        dimensions=tuple(seen(d) for d in resolved.dimensions),  # type: ignore[misc]
        segments=tuple(seen(s) for s in resolved.segments),  # type: ignore[misc]
        times=tuple((time, seen(d)) for time, d in resolved.times),  # type: ignore[misc]
        filtered={name: seen(m) for name, m in resolved.filtered.items()},  # type: ignore[misc]
        restricting={name: seen(m) for name, m in resolved.restricting.items()},  # type: ignore[misc]
    )


def masked(member: ir.Member) -> ir.Member:
    """A member whose value is its mask: NULL without one."""
    replaced = msgspec.structs.replace
    text = member.mask if isinstance(member.mask, sql.Sql) else None
    match member:
        case ir.Measure():
            text = text or _sql(f"max({_literal(member)})", member)
            return replace_measure(member, text)
        case ir.Dimension():
            case = None if text is not None else _case(member)
            plain = {"latitude": None, "longitude": None, "switch": None, "stages": None, "sub_query": False}
            return replaced(member, sql=text, case=case, unsupported=None, **plain)
        case ir.Segment():
            return replaced(member, sql=text or _sql("1 = 0", member))
        case _:
            return member


def replace_measure(member: ir.Measure, text: sql.Sql) -> ir.Measure:
    """A calculated measure of that text in the place of another."""
    kind = member.type if member.type in ("string", "time", "boolean") else "number"
    return msgspec.structs.replace(
        member, sql=text, type=kind, filters=(), rolling_window=None, stages=None, unsupported=None
    )


def _case(member: ir.Dimension) -> ir.Case:
    """A constant of the model as the dialect writes it: a label."""
    never = ir.When(span=member.span, condition=_sql("1 = 0", member), label=_sql("(NULL)", member))
    label = member.mask if isinstance(member.mask, str) else _sql(_literal(member), member)
    return ir.Case(span=member.span, whens=(never,), otherwise=label)


def _literal(member: ir.Member) -> str:
    # In brackets, or a word would be taken for a column.
    match member.mask:
        case bool():
            return "(TRUE)" if member.mask else "(FALSE)"
        case float():
            return f"({int(member.mask) if member.mask.is_integer() else member.mask!r})"
        case _:
            return "(NULL)"


def _sql(text: str, member: ir.Member) -> sql.Sql:
    return sql.Sql(parts=(text,), span=member.span)
