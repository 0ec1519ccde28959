"""A plan as a compact tree for people: `compile --explain`, and snapshots of plans. No spans."""

from typing import assert_never

import msgspec

from cubeproof.plan import nodes


def dump(plan: nodes.Plan) -> str:
    """How it was planned; one line a node, two spaces a level; guards and unguarded scans."""
    lines = [*plan.notes, *_relation(plan.relation, 0)]
    for guard in plan.guards:
        on = f" on {guard.on}" if guard.on else ""
        lines.append(f"guard {guard.cube}: claim {guard.claim}{on}, {guard.form}, {guard.state}")
    lines += [f"join {join.source} to {join.target} ({join.relationship})" for join in plan.uses.joins]
    lines += [f"unguarded {cube}: {table}" for cube, table in plan.unguarded]
    return "\n".join(lines) + "\n"


def _relation(relation: nodes.Relation, level: int) -> list[str]:
    pad = "  " * level
    match relation:
        case nodes.Source():
            return [f"{pad}Source {relation.cube} as {relation.alias}: {expression(relation.relation)}"]
        case nodes.Named():
            return [f"{pad}Named {relation.alias}", *_relation(relation.relation, level + 1)]
        case nodes.Shared():
            return [f"{pad}Shared {relation.alias}"]
        case nodes.Series():
            span = f"from {expression(relation.start)} to {expression(relation.end)}"
            return [f"{pad}Series {span} by {relation.count} {relation.unit}"]
        case nodes.Merged():
            return [f"{pad}Merged", *(line for one in relation.inputs for line in _relation(one, level + 1))]
        case nodes.Join():
            right = relation.right.cube if isinstance(relation.right, nodes.Source) else relation.right.alias
            kind = "" if relation.relationship is None else f" ({relation.relationship})"
            on = "" if relation.on is None else f" on {expression(relation.on)}"
            head = f"{pad}{'Join' if on else 'Cross'} {right}{kind}{on}"
            return [head, *_relation(relation.left, level + 1), *_relation(relation.right, level + 1)]
        case nodes.Select():
            return _select(relation, level)
        case _:
            return _unfolded(relation, level)


def _select(relation: nodes.Select, level: int) -> list[str]:
    pad = "  " * level
    lines = [f"{pad}Select" + (" grouped" if relation.grouped else "")]
    lines += [f"{pad}  {output.id} = {expression(output.expression)}" for output in relation.columns]
    lines += [f"{pad}  where {expression(condition)}" for condition in relation.where]
    lines += [f"{pad}  having {expression(condition)}" for condition in relation.having]
    lines += [f"{pad}  order {_key(key)}" for key in relation.order]
    if relation.limit is not None or relation.offset is not None:
        lines.append(f"{pad}  limit {relation.limit} offset {relation.offset or 0}")
    lines += [line for binding in relation.bindings for line in _relation(binding, level + 1)]
    return lines + _relation(relation.source, level + 1)


def _unfolded(
    relation: nodes.Aggregate | nodes.Filter | nodes.Project | nodes.Sort | nodes.Limit, level: int
) -> list[str]:
    """What `fold` makes into a Select."""
    pad = "  " * level
    match relation:
        case nodes.Aggregate():
            outputs = [
                f"{pad}  {o.id} = {expression(o.expression)}" for o in (*relation.keys, *relation.measures)
            ]
            return [f"{pad}Aggregate", *outputs, *_relation(relation.input, level + 1)]
        case nodes.Filter():
            return [f"{pad}Filter {expression(relation.condition)}", *_relation(relation.input, level + 1)]
        case nodes.Project():
            return [
                f"{pad}Project {', '.join(c.id for c in relation.columns)}",
                *_relation(relation.input, level + 1),
            ]
        case nodes.Sort():
            return [f"{pad}Sort {', '.join(map(_key, relation.keys))}", *_relation(relation.input, level + 1)]
        case nodes.Limit():
            return [f"{pad}Limit {relation.limit} {relation.offset}", *_relation(relation.input, level + 1)]


def _key(key: nodes.SortKey) -> str:
    return f"{key.id} {'desc' if key.descending else 'asc'}"


def expression(part: nodes.Expression) -> str:
    """An expression on one line: text in guillemets, the rest by its node's name."""
    match part:
        case nodes.Sql():
            return "".join(f"«{p}»" if isinstance(p, str) else expression(p) for p in part.parts)
        case nodes.Param():
            origin = part.origin
            match origin:
                case nodes.ClaimOrigin():
                    return f"?(claim {'.'.join(map(str, origin.path))})"
                case nodes.ConstantOrigin():
                    return f"?(constant {origin.value!r})"
                case nodes.ValueOrigin():
                    return f"?({origin.label})"
                case _:
                    assert_never(origin)
        case nodes.Alias():
            return part.name
        case nodes.Spliced():
            return part.text
        case nodes.Operand():
            return f"({expression(part.expression)})"
        case nodes.Constant():
            return "true" if part.value else "false"
        case nodes.String() | nodes.Word():
            return repr(part.value)
        case nodes.Column():
            return f"[{part.id}]" if part.input is None else f"[{part.input}: {part.id}]"
        case _:
            return _call(part)


def _call(part: msgspec.Struct) -> str:
    inner: list[str] = []
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if value is not None and value != () and value is not False:
            inner.append(_argument(value))
    return f"{type(part).__name__}({', '.join(inner)})"


def _argument(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_argument(item) for item in value)
    return expression(value) if isinstance(value, nodes.Node) else str(value)  # type: ignore[arg-type]
