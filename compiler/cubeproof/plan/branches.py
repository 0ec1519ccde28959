"""Which leaf measures are computed together, and over which joins: main, or a branch for each cube whose rows are repeated.

A join to many rows repeats those on its other side. What repetition cannot change (min, max, distinct counts, a count
as a distinct count of keys) stays in the main branch; the rest is computed in a branch of its cube.

A branch joins what its keys, conditions and leaves need and nothing else: a LEFT JOIN that is left out changes neither
its groups nor the rows of its cube. If nothing repeats these any more, they are aggregated as they are; else through
the distinct combinations of the groups' keys and the cube's primary key.
"""

from collections.abc import Iterator, Mapping

import msgspec

from cubeproof.lower import ir
from cubeproof.plan import members, nodes, paths
from cubeproof.plan.asked import Rows
from cubeproof.plan.report import Report
from cubeproof.plan.templates import Leaf

_ANY_TIMES = ("min", "max", "count_distinct", "count_distinct_approx")
"""Aggregates that repeated rows do not change."""


class Branch(msgspec.Struct, frozen=True):
    """Leaves that are computed over the same rows."""

    leaves: tuple[Leaf, ...]
    tree: paths.Tree
    cube: str | None = None
    """Whose rows the joins of the query repeat; None for the main branch."""
    repeated: paths.Path | None = None
    """The way from `cube` on which the joins of this branch repeat its rows; None if they do not."""
    rolling: bool = False
    """Whether its leaves have a window."""


def branches(
    model: ir.Model, tree: paths.Tree, rows: Rows, leaves: tuple[Leaf, ...], report: Report
) -> tuple[Branch, ...]:
    """The branches, the main one first; at least one. What cannot be computed right is reported."""
    repeated = paths.multiplying(tree)
    main: list[Leaf] = []
    own: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        cube = leaf.member.cube
        if _mixes(model, repeated, leaf, report):
            continue
        if cube not in repeated or leaf.member.type in _ANY_TIMES:
            main.append(leaf)
        elif _reads_many(tree, leaf, report):
            continue
        elif (distinct := _distinct(model, leaf)) is not None:
            main.append(distinct)
        else:
            own.setdefault(cube, []).append(leaf)
    for leaf in tuple(main):
        if leaf.member.cube in own and _path_to_many(tree, leaf) is None:
            main.remove(leaf)
            own[leaf.member.cube].append(next(known for known in leaves if known.id == leaf.id))
    found = [] if own and not main else [Branch(tuple(main), pruned(tree, rows, main))]
    for cube, several in own.items():
        joined = pruned(tree, rows, several)
        found.append(Branch(tuple(several), joined, cube, paths.multiplying(joined).get(cube)))
    return tuple(found)


def _distinct(model: ir.Model, leaf: Leaf) -> Leaf | None:
    """A count of rows as a distinct count of keys, if one column is the key."""
    if leaf.member.type != "count" or leaf.member.sql is not None:
        return None
    if len(model.cubes[leaf.member.cube].primary_keys) != 1:
        return None
    assert isinstance(leaf.expression, nodes.Aggregated)  # noqa: S101 — what a count is
    expression = msgspec.structs.replace(leaf.expression, function="count_distinct")
    return msgspec.structs.replace(leaf, expression=expression)


def _mixes(model: ir.Model, repeated: Mapping[str, paths.Path], leaf: Leaf, report: Report) -> bool:
    """Whether a measure that cannot be taken apart adds up rows of another cube that are repeated; then reported."""
    if isinstance(leaf.expression, nodes.Aggregated):
        return False
    others = sorted(members.inner_cubes(model, leaf.member) - {leaf.member.cube})
    other = next((cube for cube in others if cube in repeated), None)
    if other is None:
        return False
    why = f"it computes over rows of `{other}`, which {paths.shown(repeated[other])} repeats"
    message = f"`{leaf.id}` cannot be taken apart, and {why}"
    advice = "keep aggregates and filters out of formulas over measures of other cubes"
    report.add("E362", message, span=leaf.member.span, cube=leaf.member.cube, help=advice)
    return True


def _reads_many(tree: paths.Tree, leaf: Leaf, report: Report) -> bool:
    """Whether a measure has several values for one row of its cube; then reported."""
    path = _path_to_many(tree, leaf)
    if path is not None:
        cube, name = leaf.member.cube, leaf.id
        many = f"it refers to `{path[-1]}`, and {paths.shown(path)} is one to many"
        message = f"`{name}` has several values for a row of `{cube}`: {many}"
        advice = (
            f"compute the value for each `{cube}` in a dimension with `subQuery: true`, and aggregate that"
        )
        report.add("E362", message, span=leaf.member.span, cube=cube, help=advice)
    return path is not None


def _path_to_many(tree: paths.Tree, leaf: Leaf) -> paths.Path | None:
    """The way from the leaf's cube to one that its SQL refers to, if it leads to many rows."""
    touched = leaf.needs.cubes - {leaf.member.cube}
    if not touched:
        return None
    for cube in (name for name in tree.cubes if name in touched):
        between = way(tree, leaf.member.cube, cube)
        if any(is_many for _, is_many in between):
            joins = [join for join, _ in between]
            return _cubes(leaf.member.cube, joins)
    return None


def _cubes(start: str, joins: list[ir.Join]) -> paths.Path:
    found = [start]
    for join in joins:
        found.append(join.target if join.source == found[-1] else join.source)
    return tuple(found)


def way(tree: paths.Tree, start: str, end: str) -> list[tuple[ir.Join, bool]]:
    """The joins between two cubes of a tree, in order, each with whether it leads to many rows that way."""
    up, down = tree.path(start), tree.path(end)
    shared = sum(1 for left, right in zip(up, down, strict=False) if left == right)
    by_target: Mapping[str, ir.Join] = {join.target: join for join in tree.joins}
    back = [by_target[cube] for cube in reversed(up[shared:])]
    ahead = [by_target[cube] for cube in down[shared:]]
    return [
        *((join, join.relationship == "many_to_one") for join in back),
        *((join, join.relationship == "one_to_many") for join in ahead),
    ]


def pruned(tree: paths.Tree, rows: Rows, leaves: list[Leaf] | tuple[Leaf, ...]) -> paths.Tree:
    """The tree without the joins that neither the rows nor the leaves need."""
    return _kept(tree, rows.cubes.union(*(leaf.needs.cubes for leaf in leaves)))


def keys_tree(tree: paths.Tree, rows: Rows, cube: str) -> paths.Tree:
    """The joins that the distinct keys of a cube need."""
    return _kept(tree, rows.cubes | {cube})


def _kept(tree: paths.Tree, needed: frozenset[str]) -> paths.Tree:
    wanted, joins = set(needed), []
    for join in reversed(tree.joins):
        if join.target in wanted:
            wanted.add(join.source)
            joins.append(join)
    return paths.Tree(root=tree.root, joins=tuple(reversed(joins)))


def notes(tree: paths.Tree, several: tuple[Branch, ...]) -> Iterator[str]:
    """The join tree and the branches, for people."""
    joined = (f"{join.source} → {join.target} ({join.relationship})" for join in tree.joins)
    yield "; ".join((f"root {tree.root}", *joined))
    for branch in several:
        names = ", ".join(leaf.id for leaf in branch.leaves) or "groups"
        way_ = " → ".join(branch.repeated or ())
        if way_:
            how = f"rows of {branch.cube} are repeated by {way_}: through distinct keys"
        elif branch.cube is not None:
            how = f"rows of {branch.cube} would be repeated beside the others: a branch of its own, where nothing is"
        else:
            how = "main"
        yield f"{names}: {'a window, ' if branch.rolling else ''}{how}"
