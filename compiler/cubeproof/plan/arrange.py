"""The passes of planning in a row: members to expressions, one join tree, branches, a relation for each, all combined."""

import msgspec

from cubeproof.diagnostics import has_errors
from cubeproof.lower import ir
from cubeproof.plan import nodes, paths, windows
from cubeproof.plan.asked import Asked, asked
from cubeproof.plan.branches import Branch, branches, notes
from cubeproof.plan.build import Building, Subquery
from cubeproof.plan.combine import combine
from cubeproof.plan.resolve import Resolved
from cubeproof.plan.rolling import Rolling
from cubeproof.plan.stages import stage
from cubeproof.plan.subqueries import subquery
from cubeproof.plan.templates import Leaf, Templates
from cubeproof.plan.ungrouped import ungrouped


def arrange(resolved: Resolved, to: Templates, graph: paths.Graph) -> nodes.Relation | None:
    """The rows of a query; None where a diagnostic says why there are none."""
    along = None if to.query.ungrouped else windows.time(resolved, to)
    if along is None:
        return None if has_errors(to.report.diagnostics) else _arranged(resolved, to, graph, None)
    needed = tuple(to.touched)
    with to.asking(windows.widened(to.query, along)):
        to.touched.update(dict.fromkeys(needed))
        return _arranged(resolved, to, graph, along)


def _arranged(
    resolved: Resolved, to: Templates, graph: paths.Graph, along: windows.Time | None
) -> nodes.Relation | None:
    report = to.report
    found = asked(resolved, to, along)
    if has_errors(report.diagnostics):
        return None
    tree = graph.tree(found.needed, report)
    if tree is None:
        return None

    def attached(member: ir.Dimension) -> nodes.Relation | None:
        asks = subquery(to.model, member, resolved, to.query, report)
        if asks is None:
            return None
        with to.asking(asks[1]):
            return arrange(asks[0], to, graph)

    building = Building(to, tree, found.rows, attached)
    if to.query.ungrouped:
        return ungrouped(building, found)
    several = _branches(to, tree, found, along)

    def inside(inner: Resolved) -> nodes.Relation | None:
        # INVARIANT: a stage aggregates the rows of the query around it, which the whole join tree makes
        to.touched.update(dict.fromkeys(found.needed))
        return arrange(inner, to, graph)

    staged = tuple(
        stage(to, member, resolved, found.rows.keys, inside) for member in tuple(to.stages.values())
    )
    if along is not None and staged:
        to.report.not_yet("windows beside multi-stage measures")
    if has_errors(report.diagnostics):
        return None
    to.notes.update(dict.fromkeys(notes(tree, several)))
    built = _built(building, found, several, along, attached)
    stages = tuple(one for one in staged if one is not None)
    return None if has_errors(report.diagnostics) else combine(to, found, several, built, stages)


def _branches(
    to: Templates, tree: paths.Tree, found: Asked, along: windows.Time | None
) -> tuple[Branch, ...]:
    """Branches without a window, then those of each window."""
    by_window: dict[object, list[Leaf]] = {}
    for leaf in found.leaves:
        by_window.setdefault(None if along is None else windows.spec(leaf), []).append(leaf)
    plain = tuple(by_window.pop(None, ()))
    several = branches(to.model, tree, found.rows, plain, to.report) if plain or not by_window else ()
    for leaves in by_window.values():
        rolling = branches(to.model, tree, found.around, tuple(leaves), to.report)
        several += tuple(msgspec.structs.replace(branch, rolling=True) for branch in rolling)
    return several


def _built(
    building: Building,
    found: Asked,
    several: tuple[Branch, ...],
    along: windows.Time | None,
    subquery: Subquery,
) -> tuple[nodes.Relation, ...]:
    if along is None:
        return tuple(building.branch(branch) for branch in several)
    buckets = windows.Buckets(along, building.to)
    rolling = Rolling(building.to, building.tree, found.rows.keys, found.around, subquery, buckets)
    return tuple((rolling if branch.rolling else building).branch(branch) for branch in several)
