"""A branch becomes a tree of relations: sources, joins, row filters, aggregate.

    Aggregate ← Filter ← Join … ← Source                                                     nothing is repeated
    Aggregate ← Join ← Source;  Join ← Named keys ← Aggregate ← Filter ← Join … ← Source     through distinct keys

Each scan of a cube is rendered for itself, so its guards are inside every one.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from cubeproof.lower import ir
from cubeproof.plan import filters, members, names, nodes, paths
from cubeproof.plan.asked import Rows
from cubeproof.plan.branches import Branch, keys_tree, way
from cubeproof.plan.templates import Leaf, Templates

Attached: TypeAlias = Mapping[str, ir.Dimension]
"""Sub-query dimensions by full name."""
Subquery: TypeAlias = Callable[[ir.Dimension], nodes.Relation | None]
"""Plans the query of a sub-query dimension; None where a diagnostic says why it cannot be."""


class Building:
    """Builds the branches of one query."""

    def __init__(self, to: Templates, tree: paths.Tree, rows: Rows, subquery: Subquery) -> None:
        self.to, self.tree, self.rows, self.subquery = to, tree, rows, subquery

    def branch(self, branch: Branch) -> nodes.Relation:
        """The groups of a branch, with its leaves."""
        if branch.cube is not None and branch.repeated is not None:
            return self._through_keys(branch, branch.cube)
        rows = self.filtered(branch.tree, branch.leaves)
        return nodes.Aggregate(input=rows, keys=self.rows.keys, measures=outputs(branch))

    def filtered(self, tree: paths.Tree, leaves: tuple[Leaf, ...]) -> nodes.Relation:
        """The rows of a join tree that meet the conditions, with what these leaves need."""
        attached = dict(self.rows.attached)
        for leaf in leaves:
            attached.update(leaf.needs.attached)
        relation = self._source(None, tree.root, attached)
        present = {tree.root}
        for join in tree.joins:
            relation = self._join(relation, join, join.target, present, attached)
        if not self.rows.conditions:
            return relation
        return nodes.Filter(input=relation, condition=filters.all_of(self.rows.conditions))

    def _join(
        self, left: nodes.Relation, join: ir.Join, target: str, present: set[str], attached: Attached
    ) -> nodes.Relation:
        right = self.to.source(self.to.model.cubes[target])
        self.to.joins[(join.source, join.target)] = join
        present.add(target)
        with self.to.apart() as needs:
            on = self.to.render(join.sql, join.source)
        foreign = [name for path in needs.paths for name in path if name not in present]
        if foreign:
            message = f"the join from `{join.source}` to `{join.target}` needs `{foreign[0]}`, which it does not join"
            self.to.report.add("E363", message, span=join.span, cube=join.source)
        if needs.attached:
            self.to.report.not_yet(
                "sub-query dimensions in the SQL of a join", span=join.span, cube=join.source
            )
        joined = nodes.Join(left=left, right=right, on=on, relationship=join.relationship)
        return self._source(joined, target, attached)

    def _source(self, joined: nodes.Relation | None, cube: str, attached: Attached) -> nodes.Relation:
        """A cube's rows, or a relation that they were joined to, with the sub-queries that are attached to the cube."""
        relation = joined or self.to.source(self.to.model.cubes[cube])
        for member in (member for member in attached.values() if member.cube == cube):
            inner = self.subquery(member)
            if inner is None:
                continue
            alias = self.to.attached_alias(member)
            right = nodes.Named(relation=inner, alias=alias)
            relation = nodes.Join(left=relation, right=right, on=self._same_keys(cube, alias))
        return relation

    def _same_keys(self, cube: str, alias: str) -> nodes.Expression:
        """A relation's columns are the primary key of the cube."""
        keys = (self.primary_key(key) for key in self.to.model.cubes[cube].primary_keys)
        return filters.all_of(
            tuple(
                nodes.Compare(left=nodes.Column(id=key.id, input=alias), operator="=", right=key.expression)
                for key in keys
            )
        )

    def _through_keys(self, branch: Branch, cube: str) -> nodes.Relation:
        known = {key.id: key for key in self.rows.keys}
        primary = tuple(self.primary_key(key) for key in self.to.model.cubes[cube].primary_keys)
        keys = (*self.rows.keys, *(key for key in primary if key.id not in known))
        distinct = nodes.Aggregate(
            input=self.filtered(keys_tree(self.tree, self.rows, cube), ()),
            keys=keys,
            measures=(),
        )
        attached = {name: member for leaf in branch.leaves for name, member in leaf.needs.attached.items()}
        taken = (names.cube_alias(self.to.model.cubes[name]) for name in (cube, *branch.tree.cubes))
        wanted = f"{names.cube_alias(self.to.model.cubes[cube])}_keys"
        alias = names.free(wanted, (*taken, *map(self.to.attached_alias, attached.values())))
        relation: nodes.Relation = nodes.Join(
            left=nodes.Named(relation=distinct, alias=alias),
            right=self.to.source(self.to.model.cubes[cube]),
            on=self._same_keys(cube, alias),
        )
        relation = self._source(relation, cube, attached)
        present = {cube}
        for target in dict.fromkeys(name for leaf in branch.leaves for name in sorted(leaf.needs.cubes)):
            at = cube
            for join, _ in way(self.tree, cube, target):
                at = join.target if join.source == at else join.source
                if at not in present:
                    relation = self._join(relation, join, at, present, attached)
        return nodes.Aggregate(
            input=relation,
            keys=tuple(named(key, alias) for key in self.rows.keys),
            measures=outputs(branch),
        )

    def primary_key(self, member: ir.Dimension) -> nodes.Output:
        """A column of a primary key, by its member's name."""
        with self.to.apart() as needs:
            expression = members.dimension(self.to, member)
        foreign = needs.cubes - {member.cube}
        if foreign or needs.attached:
            named_ = min(foreign or needs.attached)
            message = f"the primary key of `{member.cube}` refers to `{named_}`, so it does not tell its own rows apart"
            self.to.report.add("E362", message, span=member.span, cube=member.cube)
        alias = names.member_alias(self.to.model.cubes[member.cube], member.name, None, self.to.style)
        name = f"{member.cube}.{member.name}"
        return nodes.Output(id=name, alias=alias, expression=expression, kind="dimension", type=member.type)


def outputs(branch: Branch) -> tuple[nodes.Output, ...]:
    """The leaves as columns, named by their members' aliases."""
    return tuple(
        nodes.Output(id=leaf.id, alias=leaf.alias, expression=leaf.expression, kind="measure", type="number")
        for leaf in branch.leaves
    )


def named(output: nodes.Output, alias: str) -> nodes.Output:
    """The same column, read from the relation of that name."""
    column = nodes.Column(id=output.id, input=alias)
    return nodes.Output(
        id=output.id, alias=output.alias, expression=column, kind=output.kind, type=output.type
    )
