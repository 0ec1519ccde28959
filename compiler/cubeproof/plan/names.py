"""Aliases: how cubes and members are called in a statement. The rules are Cube's (`underscore` of the names)."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from cubeproof.lower import ir
from cubeproof.plan import nodes
from cubeproof.plan.report import Report

AliasStyle: TypeAlias = Literal["dotted", "underscored"]


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
    separator = "." if style == "dotted" else "__"
    suffix = f"_{granularity}" if granularity else ""
    return f"{cube_alias(cube)}{separator}{snake(name)}{suffix}"


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
