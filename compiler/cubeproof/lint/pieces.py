"""The SQL of a model, piece by piece: what it is, where it stands, whose it is. Knows no caller and no grammar of SQL."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from cubeproof.lower import ir, sql

Kind: TypeAlias = Literal["query", "table", "condition", "value"]


class Piece(NamedTuple):
    """One template: `what` names it in messages, `query` makes rows, `condition` is true or false, `value` the rest."""

    cube: ir.Cube
    what: str
    kind: Kind
    template: sql.Sql
    member: ir.Member | None = None


def pieces(model: ir.Model) -> Iterator[Piece]:
    """Every template of a model, in order."""
    for cube in model.cubes.values():
        yield from _of_cube(cube)


def _of_cube(cube: ir.Cube) -> Iterator[Piece]:
    yield Piece(cube, f"the SQL of cube `{cube.name}`", "table" if cube.is_table else "query", cube.table)
    for join in cube.joins:
        yield Piece(cube, f"the join from `{cube.name}` to `{join.target}`", "condition", join.sql)
    for segment in cube.segments.values():
        yield Piece(cube, f"segment `{cube.name}.{segment.name}`", "condition", segment.sql, segment)
    for dimension in cube.dimensions.values():
        for template in sql.templates(dimension):
            yield Piece(cube, f"dimension `{cube.name}.{dimension.name}`", "value", template, dimension)
    for measure in cube.measures.values():
        for template in sql.templates(measure):
            is_condition = any(template is one for one in (*measure.filters, *measure.drill_filters))
            kind: Kind = "condition" if is_condition else "value"
            yield Piece(cube, f"measure `{cube.name}.{measure.name}`", kind, template, measure)
    refresh = cube.refresh_key
    if refresh is not None and refresh.sql is not None:
        yield Piece(cube, f"the refresh key of cube `{cube.name}`", "query", refresh.sql)
    for stored in cube.pre_aggregations.values():
        own = stored.refresh_key
        for template in sql.templates(stored):
            kind = "query" if own is not None and template is own.sql else "value"
            yield Piece(cube, f"pre-aggregation `{cube.name}.{stored.name}`", kind, template)


def policy_filters(rows: Iterable[ir.PolicyFilter | ir.PolicyGroup]) -> Iterator[ir.PolicyFilter]:
    """The filters of an access policy, those in groups among them."""
    for row in rows:
        if isinstance(row, ir.PolicyGroup):
            yield from policy_filters(row.filters)
        else:
            yield row


def policy_claims(rows: Iterable[ir.PolicyFilter | ir.PolicyGroup]) -> Iterator[ir.Claim]:
    """The claims that the filters of an access policy name."""
    for row in policy_filters(rows):
        values = (row.values,) if isinstance(row.values, ir.Claim) else row.values
        yield from (value for value in values if isinstance(value, ir.Claim))


def named_members(model: ir.Model, known: Iterable[Piece]) -> Iterator[str]:
    """The full names of members that something names: SQL, lists of members, rollups, views, policies."""
    for piece in known:
        for hole in sql.walk(piece.template):
            if isinstance(hole, sql.MemberRef):
                yield ".".join(hole.path[-2:])
            elif isinstance(hole, sql.FilterParam):
                yield f"{hole.cube}.{hole.member}"
    for view in model.views.values():
        yield from (f"{member.cube}.{member.member}" for member in view.members.values())
    for cube in model.cubes.values():
        yield from _names(cube)


def _names(part: object) -> Iterator[str]:
    """Every text in the lists of a part of a model: full names are among them."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _names(item)
    elif isinstance(part, Mapping):
        for item in part.values():
            yield from _names(item)
    elif isinstance(part, ir.Node):
        for field in part.__struct_fields__:
            if field not in ("name", "span"):
                yield from _names(getattr(part, field))
