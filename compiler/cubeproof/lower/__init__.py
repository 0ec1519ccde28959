"""What does a model mean? Declarations in, cubes with members, joins and typed SQL templates out.

Everything that is wrong with a model is found here in one run, without a caller, a query or a dialect.
"""

from collections.abc import Iterable

from cubeproof.diagnostics import Related, Result, by_place
from cubeproof.evaluate import Declaration
from cubeproof.lower import checks, cubes, ir
from cubeproof.lower.inherit import Inheritance, outline
from cubeproof.lower.names import Outline
from cubeproof.lower.report import Report
from cubeproof.lower.views import Views

__all__ = ["lower"]


def lower(declarations: Iterable[Declaration]) -> Result[ir.Model]:
    """The model of all declarations, by name in the order given.

    What is in error is reported and left out; the model is as complete as can be, and good for a query only without
    errors. `context(…)` and `view_group(…)` declare nothing that a query could ask for.
    """
    report = Report()
    by_kind, others = _by_name(declarations, report)
    cube_declarations, view_declarations = by_kind["cube"], by_kind["view"]
    inheritance = Inheritance(cube_declarations, view_declarations, report)
    drafts = {name: inheritance.draft(name) for name in cube_declarations}
    left_out = [inheritance.apart(declaration) for declaration in others if declaration.kind == "cube"]
    outlines = {draft.name: outline(draft) for draft in (*left_out, *drafts.values())}
    for name, declaration in view_declarations.items():
        outlines[name] = Outline(name=name, span=declaration.name_span, members={}, open=True)
    built = {name: cubes.cube(draft, outlines, report) for name, draft in drafts.items()}
    for draft in left_out:
        cubes.cube(draft, {**outlines, draft.name: outline(draft)}, report)
    model = ir.Model(cubes=built, views=Views(view_declarations, built, outlines, report).all())
    whole = frozenset(name for name, draft in drafts.items() if not draft.open)
    checks.check(model, whole, report)
    return Result(model, by_place(report.diagnostics))


def _by_name(
    declarations: Iterable[Declaration], report: Report
) -> tuple[dict[str, dict[str, Declaration]], list[Declaration]]:
    """Cubes and views by name, and those that have none of their own: a name is given once."""
    found: dict[str, dict[str, Declaration]] = {"cube": {}, "view": {}}
    first: dict[str, Declaration] = {}
    others: list[Declaration] = []
    for declaration in declarations:
        if declaration.kind not in found:
            continue  # It declares nothing that a query could ask for.
        name, span = declaration.name, declaration.name_span
        if not cubes.IDENTIFIER.fullmatch(name):
            advice = "letters, digits and `_`, not beginning with a digit"
            report.add("E240", f"`{name}` cannot be the name of a {declaration.kind}", span, help=advice)
            others.append(declaration)
        elif name in first:
            related = (Related(f"{first[name].kind} `{name}` is first declared here", first[name].name_span),)
            message = f"{declaration.kind} `{name}` is declared twice"
            report.add("E241", message, span, label="declared again", related=related, cube=name)
            others.append(declaration)
        else:
            first[name] = declaration
            found[declaration.kind][name] = declaration
    return found, others
