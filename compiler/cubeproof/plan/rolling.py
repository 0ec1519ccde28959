"""A branch of measures with one window becomes a tree of relations: for each bucket of time, the rows in its window.

    Aggregate ← Join (time in window) ← Cross ← Named buckets ← Series
                      ← Named events ← Project (keys, time, values) ← Filter ← Join … ← Source

With dimensions, each bucket is crossed with their combinations in all windows together (`all_groups`). Where joins repeat the
rows of the measures' cube, each of them counts once a bucket and group. Without buckets, the window is a condition.
"""

import msgspec

from cubeproof.plan import filters, members, nodes, paths
from cubeproof.plan.asked import Rows
from cubeproof.plan.branches import Branch, keys_tree
from cubeproof.plan.build import Building, Subquery, named
from cubeproof.plan.templates import Leaf, Templates
from cubeproof.plan.windows import Buckets

_BUCKET = (nodes.Column(id="begins", input="buckets"), nodes.Column(id="ends", input="buckets"))
_AT = "at"


class Rolling:
    """Builds the branches with windows of one query."""

    def __init__(
        self,
        to: Templates,
        tree: paths.Tree,
        keys: tuple[nodes.Output, ...],
        around: Rows,
        subquery: Subquery,
        buckets: Buckets,
    ) -> None:
        self.to, self.tree, self.keys, self.around = to, tree, keys, around
        self.subquery, self.buckets = subquery, buckets

    def branch(self, branch: Branch) -> nodes.Relation:
        """The groups of a branch, with its leaves; all of these have one window."""
        leaf = branch.leaves[0]
        with self.to.apart():
            at = members.local(self.to, self.buckets.along.member)
        limits = self.buckets.inside(leaf, at, self.buckets.first, self.buckets.last)
        within = msgspec.structs.replace(self.around, conditions=(*self.around.conditions, *limits))
        building = Building(self.to, self.tree, within, self.subquery)
        if self.buckets.along.granularity is None:
            return building.branch(branch)
        rows = self._joined(building, branch, at)
        keys = tuple(self._key(key) for key in self.keys)
        if branch.repeated is None or branch.cube is None:
            return nodes.Aggregate(
                input=rows, keys=keys, measures=tuple(_aggregated(leaf, "events") for leaf in branch.leaves)
            )
        return self._once(building, branch, branch.cube, keys, rows)

    def _joined(self, building: Building, branch: Branch, at: nodes.Expression) -> nodes.Relation:
        """Each bucket with each group, and with the rows that lie in its window."""
        rows: nodes.Relation = nodes.Named(relation=self.buckets.series, alias="buckets")
        dimensions = self.around.keys
        if dimensions:
            tree = keys_tree(self.tree, building.rows, self.buckets.along.member.cube)
            groups = nodes.Aggregate(input=building.filtered(tree, ()), keys=dimensions, measures=())
            rows = nodes.Join(left=rows, right=nodes.Named(relation=groups, alias="all_groups"), on=None)
        moment = nodes.Output(id=_AT, alias=_AT, expression=at, kind="dimension", type="time")
        known = {key.id for key in dimensions}
        primary = (
            ()
            if branch.repeated is None
            else tuple(key for key in self._primary(building, branch) if key.id not in known)
        )
        values = tuple(self._value(leaf) for leaf in branch.leaves)
        events = nodes.Project(
            input=building.filtered(branch.tree, branch.leaves),
            columns=(*dimensions, moment, *primary, *values),
        )
        same = tuple(
            nodes.Call(
                function="same",
                arguments=(
                    nodes.Column(id=key.id, input="all_groups"),
                    nodes.Column(id=key.id, input="events"),
                ),
            )
            for key in dimensions
        )
        inside = self.buckets.inside(branch.leaves[0], nodes.Column(id=_AT, input="events"), _BUCKET, _BUCKET)
        on = filters.all_of((*same, *inside))
        return nodes.Join(left=rows, right=nodes.Named(relation=events, alias="events"), on=on)

    def _once(
        self,
        building: Building,
        branch: Branch,
        cube: str,
        keys: tuple[nodes.Output, ...],
        rows: nodes.Relation,
    ) -> nodes.Relation:
        """Rows that joins repeat, each once a bucket and group."""
        known = {key.id for key in keys}
        primary = (named(key, "events") for key in self._primary(building, branch) if key.id not in known)
        values = (named(self._value(leaf), "events") for leaf in branch.leaves)
        once = nodes.Aggregate(input=rows, keys=(*keys, *primary, *values), measures=())
        return nodes.Aggregate(
            input=nodes.Named(relation=once, alias="once"),
            keys=tuple(named(key, "once") for key in keys),
            measures=tuple(_aggregated(leaf, "once") for leaf in branch.leaves),
        )

    def _primary(self, building: Building, branch: Branch) -> tuple[nodes.Output, ...]:
        assert branch.cube is not None  # noqa: S101 — a branch whose rows are repeated has a cube
        return tuple(building.primary_key(key) for key in self.to.model.cubes[branch.cube].primary_keys)

    def _key(self, key: nodes.Output) -> nodes.Output:
        if key.id != self.buckets.along.key:
            return named(key, "all_groups")
        return msgspec.structs.replace(key, expression=_BUCKET[0])

    def _value(self, leaf: Leaf) -> nodes.Output:
        """What a measure aggregates, in one row."""
        found = leaf.expression
        if not isinstance(found, nodes.Aggregated):
            message = f"a window of `{leaf.id}`, whose SQL is an aggregate of its own"
            self.to.report.not_yet(message, span=leaf.member.span, cube=leaf.member.cube)
            return nodes.Output(
                id=leaf.id, alias=leaf.alias, expression=nodes.NEVER, kind="dimension", type="number"
            )
        value: nodes.Expression = nodes.Sql(parts=("1",)) if found.argument is None else found.argument
        if found.filters:
            value = nodes.Case(whens=((filters.all_of(found.filters), value),))
        return nodes.Output(id=leaf.id, alias=leaf.alias, expression=value, kind="dimension", type="number")


def _aggregated(leaf: Leaf, alias: str) -> nodes.Output:
    function = leaf.expression.function if isinstance(leaf.expression, nodes.Aggregated) else "sum"
    aggregate = nodes.Aggregated(function=function, argument=nodes.Column(id=leaf.id, input=alias))
    return nodes.Output(id=leaf.id, alias=leaf.alias, expression=aggregate, kind="measure", type="number")
