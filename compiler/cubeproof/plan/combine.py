"""Branches become the answer: side by side on equal keys, then formulas, conditions on groups, order and limit.

    one branch:      Limit ← Sort ← Project ← Filter ← Aggregate
    several:         Limit ← Sort ← Project ← Filter ← Join ← Named main, Named orders …

Branches without windows join from the same root under the same conditions, so they have the same groups: those of the
first. A window has groups of its own, and so has another time: then the branches stand before the SELECT, and their groups
together are the spine. Multi-stage measures stand beside the branches, by as many keys as they have. Keys meet null-safely;
without keys each branch is one row, and the rows are crossed.
"""

import msgspec

from cubeproof.lower import ir
from cubeproof.plan import filters, names, nodes
from cubeproof.plan.asked import Asked
from cubeproof.plan.branches import Branch
from cubeproof.plan.build import named
from cubeproof.plan.order import order
from cubeproof.plan.replace import replaced
from cubeproof.plan.stages import Stage, same
from cubeproof.plan.templates import Templates


class _Part(msgspec.Struct, frozen=True):
    """A relation beside others: the keys by which it meets them, and the measures that are read from it."""

    source: nodes.Named
    keys: tuple[nodes.Output, ...]
    measures: tuple[ir.Measure, ...]
    apart: bool
    """Whether its groups may be others than those of the query: of a window, or of another time."""


def combine(
    to: Templates,
    asked: Asked,
    branches: tuple[Branch, ...],
    built: tuple[nodes.Relation, ...],
    stages: tuple[Stage, ...] = (),
) -> nodes.Relation:
    """The rows of the whole query."""
    keys, columns = asked.rows.keys, (*asked.rows.keys, *asked.measures)
    bindings: tuple[nodes.Named, ...] = ()
    if len(built) == 1 and not stages:
        (relation,) = built
        shown = (*(_plain(key) for key in keys), *asked.measures)
        condition = filters.all_of(asked.groups)
    else:
        parts = _parts(to, keys, branches, built, stages)
        apart = any(part.apart for part in parts)
        whole = tuple(part for part in parts if len(part.keys) == len(keys))
        if apart and len(whole) > 1 and (asked.around.keys if any(b.rolling for b in branches) else keys):
            bindings = tuple(part.source for part in parts)
            relation, source = _on_spine(keys, parts, whole)
        else:
            # INVARIANT: what is first has all groups: without a window each branch has, with one the windows do
            first = next((part for part in whole if part.apart), whole[0])
            others = tuple((part.source, part.keys) for part in parts if part is not first)
            relation, source = _aligned(first.source, others), first.source.alias
        leaves = _leaves(parts, may_lack=apart)
        formulas = (_formula(measure, leaves) for measure in asked.measures)
        shown = (*(named(key, source) for key in keys), *formulas)
        condition = replaced(filters.all_of(asked.groups), leaves)
    if asked.groups:
        relation = nodes.Filter(input=relation, condition=condition)
    return ordered(to, nodes.Project(input=relation, columns=shown, bindings=bindings), columns)


def _parts(
    to: Templates,
    keys: tuple[nodes.Output, ...],
    branches: tuple[Branch, ...],
    built: tuple[nodes.Relation, ...],
    stages: tuple[Stage, ...],
) -> tuple[_Part, ...]:
    """Branches, then stages. A branch without any measure is there for its groups alone, where no stage has them all."""
    found: list[_Part] = []
    needless = any(len(stage.keys) == len(keys) for stage in stages)
    for branch, relation in zip(branches, built, strict=True):
        if branch.leaves or not needless:
            source = _named(_wanted(to, branch), relation, found)
            members = tuple(leaf.member for leaf in branch.leaves)
            found.append(_Part(source, keys, members, branch.rolling))
    for stage in stages:
        source = _named(names.snake(stage.member.name), stage.relation, found)
        found.append(_Part(source, stage.keys, (stage.member,), stage.shifted))
    return tuple(found)


def _named(wanted: str, relation: nodes.Relation, before: list[_Part]) -> nodes.Named:
    alias = names.free(wanted, [part.source.alias for part in before])
    return nodes.Named(relation=relation, alias=alias)


def _wanted(to: Templates, branch: Branch) -> str:
    if branch.rolling:
        return names.snake(branch.leaves[0].member.name)
    if branch.cube is None:
        return "main"
    return f"{names.cube_alias(to.model.cubes[branch.cube])}_measures"


def _leaves(parts: tuple[_Part, ...], *, may_lack: bool) -> dict[str, nodes.Expression]:
    """Where each measure is read from; a count is zero in a group that its part lacks."""
    found: dict[str, nodes.Expression] = {}
    for part in parts:
        for member in part.measures:
            name = f"{member.cube}.{member.name}"
            column = nodes.Column(id=name, input=part.source.alias)
            is_count = may_lack and member.type.startswith("count")
            found[name] = nodes.Call(function="or_zero", arguments=(column,)) if is_count else column
    return found


def _on_spine(
    keys: tuple[nodes.Output, ...], parts: tuple[_Part, ...], whole: tuple[_Part, ...]
) -> tuple[nodes.Relation, str]:
    """The groups of all parts that have every key together, and beside them each part."""
    spine = names.free("all_groups", (part.source.alias for part in parts))
    shared = {
        part.source.alias: nodes.Shared(alias=part.source.alias, columns=_columns(part.source.relation))
        for part in parts
    }
    groups = tuple(
        nodes.Project(
            input=shared[part.source.alias], columns=tuple(named(key, part.source.alias) for key in keys)
        )
        for part in whole
    )
    first = nodes.Named(relation=nodes.Merged(inputs=groups), alias=spine)
    return _aligned(first, tuple((shared[part.source.alias], part.keys) for part in parts)), spine


def _columns(relation: nodes.Relation) -> tuple[nodes.Output, ...]:
    if isinstance(relation, nodes.Project):
        return relation.columns
    assert isinstance(relation, nodes.Aggregate)  # noqa: S101 — what branches and stages are
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
    first: nodes.Named, others: tuple[tuple[nodes.Named | nodes.Shared, tuple[nodes.Output, ...]], ...]
) -> nodes.Relation:
    """A relation with all groups, and others beside it where their own keys are the same."""
    relation: nodes.Relation = first
    for other, keys in others:
        relation = nodes.Join(left=relation, right=other, on=same(keys, first.alias, other.alias))
    return relation


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
