"""Branches become the answer: side by side on equal keys, then formulas, conditions on groups, order and limit.

    one branch:      Limit ← Sort ← Project ← Filter ← Aggregate
    several:         Limit ← Sort ← Project ← Filter ← Join ← Named main, Named orders …

Branches without windows join from the same root under the same conditions, so they have the same groups: those of the
first. A window has groups of its own: then the branches stand before the SELECT, and their groups together are the spine.
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
    bindings: tuple[nodes.Named, ...] = ()
    if len(built) == 1:
        (relation,) = built
        shown = (*(_plain(key) for key in keys), *asked.measures)
        condition = filters.all_of(asked.groups)
    else:
        several = _named(to, branches, built)
        rolling = any(branch.rolling for branch in branches)
        if rolling and asked.around.keys:
            bindings = several
            relation, source = _on_spine(keys, several)
        else:
            # INVARIANT: what is first has all groups: without a window each branch has, with one the windows do
            first = next((at for at, branch in enumerate(branches) if branch.rolling), 0)
            relation = _aligned(keys, several[first], (*several[:first], *several[first + 1 :]))
            source = several[first].alias
        leaves = _leaves(branches, several, may_lack=rolling)
        formulas = (_formula(measure, leaves) for measure in asked.measures)
        shown = (*(named(key, source) for key in keys), *formulas)
        condition = replaced(filters.all_of(asked.groups), leaves)
    if asked.groups:
        relation = nodes.Filter(input=relation, condition=condition)
    return ordered(to, nodes.Project(input=relation, columns=shown, bindings=bindings), columns)


def _leaves(
    branches: tuple[Branch, ...], several: tuple[nodes.Named, ...], *, may_lack: bool
) -> dict[str, nodes.Expression]:
    """Where each leaf is read from; a count is zero in a group that its branch lacks."""
    found: dict[str, nodes.Expression] = {}
    for branch, one in zip(branches, several, strict=True):
        for leaf in branch.leaves:
            column = nodes.Column(id=leaf.id, input=one.alias)
            is_count = may_lack and leaf.member.type.startswith("count")
            found[leaf.id] = nodes.Call(function="or_zero", arguments=(column,)) if is_count else column
    return found


def _on_spine(keys: tuple[nodes.Output, ...], several: tuple[nodes.Named, ...]) -> tuple[nodes.Relation, str]:
    """The groups of all branches together, and beside them each branch."""
    spine = names.free("all_groups", (one.alias for one in several))
    shared = tuple(nodes.Shared(alias=one.alias, columns=_columns(one.relation)) for one in several)
    groups = tuple(
        nodes.Project(input=one, columns=tuple(named(key, one.alias) for key in keys)) for one in shared
    )
    first = nodes.Named(relation=nodes.Merged(inputs=groups), alias=spine)
    return _aligned(keys, first, shared), spine


def _columns(relation: nodes.Relation) -> tuple[nodes.Output, ...]:
    assert isinstance(relation, nodes.Aggregate)  # noqa: S101 — what branches are
    return (*relation.keys, *relation.measures)


def ordered(to: Templates, relation: nodes.Relation, columns: tuple[nodes.Output, ...]) -> nodes.Relation:
    """The rows in the order of the query, and no more than its limit."""
    sorting = order(to.query, columns, to.report)
    if sorting:
        relation = nodes.Sort(input=relation, keys=sorting)
    if to.query.limit is not None or to.query.offset:
        relation = nodes.Limit(input=relation, limit=to.query.limit, offset=to.query.offset or None)
    return relation


def _aligned(
    keys: tuple[nodes.Output, ...],
    first: nodes.Named,
    others: tuple[nodes.Named, ...] | tuple[nodes.Shared, ...],
) -> nodes.Relation:
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


def _named(
    to: Templates, branches: tuple[Branch, ...], built: tuple[nodes.Relation, ...]
) -> tuple[nodes.Named, ...]:
    found: list[nodes.Named] = []
    for branch, relation in zip(branches, built, strict=True):
        if branch.rolling:
            wanted = names.snake(branch.leaves[0].member.name)
        elif branch.cube is None:
            wanted = "main"
        else:
            wanted = f"{names.cube_alias(to.model.cubes[branch.cube])}_measures"
        found.append(nodes.Named(relation=relation, alias=names.free(wanted, [one.alias for one in found])))
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
