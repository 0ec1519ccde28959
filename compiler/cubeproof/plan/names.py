"""Aliases: how cubes and members are called in a statement. The rules are Cube's (`underscore` of the names)."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from cubeproof.lower import ir
from cubeproof.plan import nodes
from cubeproof.plan.report import Report

AliasStyle: TypeAlias = Literal["dotted", "underscored"]


@lru_cache(maxsize=4096)
def snake(name: str) -> str:
    """Snake case as Cube makes it: `_` before every capital that follows anything.

    >>> snake("createdAt"), snake("ordersURL"), snake("LineItems2")
    ('created_at', 'orders_u_r_l', 'line_items2')
    """
    return "".join(f"_{c.lower()}" if c.isupper() and at else c.lower() for at, c in enumerate(name))


def cube_alias(cube: ir.Cube) -> str:
    """The alias of a cube's rows: `sqlAlias`, else its name in snake case."""
    return cube.alias or snake(cube.name)


def member_alias(cube: ir.Cube, name: str, granularity: str | None, style: AliasStyle) -> str:
    """The alias of a column: `orders.created_at_day`, or `orders__created_at_day`."""
    return column_alias(cube_alias(cube), name, granularity, style)


def column_alias(owner: str, name: str, granularity: str | None, style: AliasStyle) -> str:
    """The same with the alias of a cube or view; underscored, Cube sets a capital apart also where it comes first."""
    separator = "." if style == "dotted" else "___" if name[:1].isupper() else "__"
    suffix = f"_{granularity}" if granularity else ""
    return f"{owner}{separator}{snake(name)}{suffix}"


def through_views(
    select: nodes.Select, shown: Mapping[str, ir.ViewMember], style: AliasStyle
) -> nodes.Select:
    """The statement with its columns called as the views call them that were asked."""
    if not shown:
        return select

    def called(column: nodes.Output) -> nodes.Output:
        member, granularity = _behind(column.id, shown)
        if member is None:
            return column
        alias = column_alias(snake(member.view), member.name, granularity, style)
        return msgspec.structs.replace(column, alias=alias)

    return msgspec.structs.replace(select, columns=tuple(map(called, select.columns)))


def of_view(column: nodes.Output, shown: Mapping[str, ir.ViewMember]) -> nodes.Output:
    """The column under the name that was asked: `Customers.city` for `Users.city`."""
    member, granularity = _behind(column.id, shown)
    if member is None:
        return column
    words = (member.view, member.name, *((granularity,) if granularity else ()))
    return msgspec.structs.replace(column, id=".".join(words))


def _behind(name: str, shown: Mapping[str, ir.ViewMember]) -> tuple[ir.ViewMember | None, str | None]:
    if name in shown:
        return shown[name], None
    base, _, granularity = name.rpartition(".")
    return shown.get(base), granularity


def free(wanted: str, taken: Iterable[str]) -> str:
    """The alias, or one like it that is not taken."""
    known = set(taken)
    while wanted in known:
        wanted += "_"
    return wanted


def check(select: nodes.Select, report: Report) -> None:
    """Two columns, or two cubes, of one alias would be mistaken for each other."""
    columns: dict[str, str] = {}
    for output in select.columns:
        other = columns.setdefault(output.alias, output.id)
        if other != output.id:
            message = f"`{other}` and `{output.id}` have the same alias `{output.alias}`"
            report.add("E359", message, help="rename one of the members, or give its cube a `sqlAlias`")
    _check_sources(select, report)


def _check_sources(select: nodes.Select, report: Report) -> None:
    for binding in select.bindings:
        if isinstance(binding.relation, nodes.Select):
            _check_sources(binding.relation, report)
    cubes: dict[str, str] = {}
    relation: nodes.Relation = select.source
    while True:
        source = relation.right if isinstance(relation, nodes.Join) else relation
        if isinstance(source, nodes.Source):
            other = cubes.setdefault(source.alias, source.cube)
            if other != source.cube:
                message = f"cubes `{source.cube}` and `{other}` have the same alias `{source.alias}`"
                report.add("E359", message, help="give one of them a `sqlAlias`")
        elif isinstance(source, nodes.Named) and isinstance(source.relation, nodes.Select):
            _check_sources(source.relation, report)
        if not isinstance(relation, nodes.Join):
            return
        relation = relation.left
