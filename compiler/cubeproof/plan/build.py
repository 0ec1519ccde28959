"""A branch becomes a tree of relations: sources, joins, row filters, aggregate.

    Aggregate ← Filter ← Join … ← Source                                                     nothing is repeated
    Aggregate ← Join ← Source;  Join ← Named keys ← Aggregate ← Filter ← Join … ← Source     through distinct keys

Each scan of a cube is rendered for itself, so its guards are inside every one.
"""

from cubeproof.lower import ir
from cubeproof.plan import filters, members, names, nodes, paths
from cubeproof.plan.asked import Rows
from cubeproof.plan.branches import Branch, keys_tree, way
from cubeproof.plan.templates import Templates


class Building:
    """Builds the branches of one query."""

    def __init__(self, to: Templates, tree: paths.Tree, rows: Rows) -> None:
        self.to, self.tree, self.rows = to, tree, rows

    def branch(self, branch: Branch) -> nodes.Relation:
        """The groups of a branch, with its leaves."""
        if branch.cube is not None and branch.repeated is not None:
            return self._through_keys(branch, branch.cube)
        rows = self.filtered(branch.tree)
        return nodes.Aggregate(input=rows, keys=self.rows.keys, measures=outputs(branch))

    def filtered(self, tree: paths.Tree) -> nodes.Relation:
        """The rows of a join tree that meet the conditions."""
        relation = self._joined(tree)
        if not self.rows.conditions:
            return relation
        return nodes.Filter(input=relation, condition=filters.all_of(self.rows.conditions))

    def _joined(self, tree: paths.Tree) -> nodes.Relation:
        relation: nodes.Relation = self.to.source(self.to.model.cubes[tree.root])
        present = {tree.root}
        for join in tree.joins:
            relation = self._join(relation, join, join.target, present)
        return relation

    def _join(self, left: nodes.Relation, join: ir.Join, target: str, present: set[str]) -> nodes.Relation:
        right = self.to.source(self.to.model.cubes[target])
        present.add(target)
        with self.to.apart() as needs:
            on = self.to.render(join.sql, join.source)
        foreign = [name for path in needs.paths for name in path if name not in present]
        if foreign:
            message = f"the join from `{join.source}` to `{join.target}` needs `{foreign[0]}`, which it does not join"
            self.to.report.add("E363", message, span=join.span, cube=join.source)
        return nodes.Join(left=left, right=right, on=on, relationship=join.relationship)

    def _through_keys(self, branch: Branch, cube: str) -> nodes.Relation:
        known = {key.id: key for key in self.rows.keys}
        primary = tuple(self._primary_key(key) for key in self.to.model.cubes[cube].primary_keys)
        keys = (*self.rows.keys, *(key for key in primary if key.id not in known))
        distinct = nodes.Aggregate(
            input=self.filtered(keys_tree(self.tree, self.rows, cube)), keys=keys, measures=()
        )
        alias = names.free(
            f"{names.cube_alias(self.to.model.cubes[cube])}_keys",
            (names.cube_alias(self.to.model.cubes[name]) for name in (cube, *branch.tree.cubes)),
        )
        relation: nodes.Relation = nodes.Named(relation=distinct, alias=alias)
        same = tuple(
            nodes.Compare(left=nodes.Column(id=key.id, input=alias), operator="=", right=key.expression)
            for key in primary
        )
        source = self.to.source(self.to.model.cubes[cube])
        relation = nodes.Join(left=relation, right=source, on=filters.all_of(same))
        present = {cube}
        for target in dict.fromkeys(name for leaf in branch.leaves for name in sorted(leaf.needs.cubes)):
            at = cube
            for join, _ in way(self.tree, cube, target):
                at = join.target if join.source == at else join.source
                if at not in present:
                    relation = self._join(relation, join, at, present)
        return nodes.Aggregate(
            input=relation,
            keys=tuple(named(key, alias) for key in self.rows.keys),
            measures=outputs(branch),
        )

    def _primary_key(self, member: ir.Dimension) -> nodes.Output:
        with self.to.apart() as needs:
            expression = members.dimension(self.to, member)
        foreign = needs.cubes - {member.cube}
        if foreign:
            message = f"the primary key of `{member.cube}` refers to `{min(foreign)}`, so it does not tell its own rows apart"
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
