"""Branches become the answer: side by side on equal keys, then formulas, conditions on groups, order and limit.

    one branch:      Limit ← Sort ← Project ← Filter ← Aggregate
    several:         Limit ← Sort ← Project ← Filter ← Join ← Named main, Named orders …

All branches join from the same root and have the same conditions, so they have the same groups: those of the first.
Keys meet null-safely; without keys each branch is one row, and the rows are crossed.
"""

from cubeproof.plan import filters, names, nodes
from cubeproof.plan.asked import Asked
from cubeproof.plan.branches import Branch
from cubeproof.plan.build import named
from cubeproof.plan.order import order
from cubeproof.plan.replace import replaced
from cubeproof.plan.templates import Templates


def combine(
    to: Templates, asked: Asked, branches: tuple[Branch, ...], built: tuple[nodes.Relation, ...]
) -> nodes.Relation:
    """The rows of the whole query."""
    keys, columns = asked.rows.keys, (*asked.rows.keys, *asked.measures)
    if len(built) == 1:
        (relation,) = built
        shown = (*(_plain(key) for key in keys), *asked.measures)
        condition = filters.all_of(asked.groups)
    else:
        aliases = _aliases(to, branches)
        relation = _aligned(keys, aliases, built)
        leaves: dict[str, nodes.Expression] = {
            leaf.id: nodes.Column(id=leaf.id, input=alias)
            for branch, alias in zip(branches, aliases, strict=True)
            for leaf in branch.leaves
        }
        formulas = (_formula(measure, leaves) for measure in asked.measures)
        shown = (*(named(key, aliases[0]) for key in keys), *formulas)
        condition = replaced(filters.all_of(asked.groups), leaves)
    if asked.groups:
        relation = nodes.Filter(input=relation, condition=condition)
    return ordered(to, nodes.Project(input=relation, columns=shown), columns)


def ordered(to: Templates, relation: nodes.Relation, columns: tuple[nodes.Output, ...]) -> nodes.Relation:
    """The rows in the order of the query, and no more than its limit."""
    sorting = order(to.query, columns, to.report)
    if sorting:
        relation = nodes.Sort(input=relation, keys=sorting)
    if to.query.limit is not None or to.query.offset:
        relation = nodes.Limit(input=relation, limit=to.query.limit, offset=to.query.offset or None)
    return relation


def _aligned(
    keys: tuple[nodes.Output, ...], aliases: tuple[str, ...], built: tuple[nodes.Relation, ...]
) -> nodes.Relation:
    first, *others = (nodes.Named(relation=r, alias=a) for r, a in zip(built, aliases, strict=True))
    relation: nodes.Relation = first
    for other in others:
        same = tuple(
            nodes.Call(
                function="same",
                arguments=(
                    nodes.Column(id=key.id, input=first.alias),
                    nodes.Column(id=key.id, input=other.alias),
                ),
            )
            for key in keys
        )
        relation = nodes.Join(left=relation, right=other, on=filters.all_of(same) if same else None)
    return relation


def _aliases(to: Templates, branches: tuple[Branch, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for branch in branches:
        wanted = (
            "main" if branch.cube is None else f"{names.cube_alias(to.model.cubes[branch.cube])}_measures"
        )
        found.append(names.free(wanted, found))
    return tuple(found)


def _plain(output: nodes.Output) -> nodes.Output:
    return nodes.Output(
        id=output.id,
        alias=output.alias,
        expression=nodes.Column(id=output.id),
        kind=output.kind,
        type=output.type,
    )


def _formula(measure: nodes.Output, leaves: dict[str, nodes.Expression]) -> nodes.Output:
    return nodes.Output(
        id=measure.id,
        alias=measure.alias,
        expression=replaced(measure.expression, leaves),
        kind="measure",
        type=measure.type,
    )
