"""The passes of planning in a row: members to expressions, one join tree, branches, a relation for each, all combined."""

from cubeproof.diagnostics import has_errors
from cubeproof.lower import ir
from cubeproof.plan import nodes
from cubeproof.plan.asked import asked
from cubeproof.plan.branches import branches
from cubeproof.plan.build import Building
from cubeproof.plan.combine import combine
from cubeproof.plan.paths import Graph
from cubeproof.plan.resolve import Resolved
from cubeproof.plan.subqueries import subquery
from cubeproof.plan.templates import Templates
from cubeproof.plan.ungrouped import ungrouped


def arrange(resolved: Resolved, to: Templates, graph: Graph) -> nodes.Relation | None:
    """The rows of a query; None where a diagnostic says why there are none."""
    report = to.report
    found = asked(resolved, to)
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
    several = branches(to.model, tree, found.rows, found.leaves, report)
    if has_errors(report.diagnostics):
        return None
    built = tuple(building.branch(branch) for branch in several)
    return None if has_errors(report.diagnostics) else combine(to, found, several, built)
