"""Helpers: lower texts, and show what came out as compact text without places."""

from collections.abc import Mapping

from cubeproof.diagnostics import Diagnostic, Result
from cubeproof.evaluate import evaluate
from cubeproof.evaluate.values import Test, Undefined
from cubeproof.lower import ir, lower, sql
from cubeproof.workspace import from_texts

SCALAR: tuple[sql.Argument, ...] = ("string",)
LIST: tuple[sql.Argument, ...] = (("string", "string"),)


def lowered(files: str | Mapping[str, str]) -> Result[ir.Model]:
    """The model of files by name, with everything that any stage said; a text alone is `A.js`."""
    project = from_texts({"A.js": files} if isinstance(files, str) else files)
    declarations = evaluate(project.value)
    model = lower(declarations.value)
    return Result(model.value, (*project.diagnostics, *declarations.diagnostics, *model.diagnostics))


def model(files: str | Mapping[str, str]) -> ir.Model:
    """The model of files that must be faultless."""
    found, diagnostics = lowered(files)
    assert [] == said(diagnostics)
    return found


def said(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{d.code} {d.message}" for d in diagnostics]


def table(template: str, rest: str = "") -> str:
    """The dump of a cube's SQL: `template` stands between back-ticks, `rest` holds more properties."""
    text = f"cube(`Orders`, {{ sql: `{template}`, {rest} {MEMBERS} }});\n{USERS}"
    return dump(model(text).cubes["Orders"].table)


def member(template: str, **files: str) -> str:
    """The dump of a dimension's SQL in a cube with some members beside it."""
    text = f"cube(`Orders`, {{ sql: `SELECT 1`, {MEMBERS_WITH.format(template)} }});\n{USERS}"
    found = model({"A.js": text, **files}).cubes["Orders"].dimensions["tested"].sql
    assert found is not None
    return dump(found)


def refused(template: str) -> Diagnostic:
    """The one thing wrong with a cube's SQL."""
    text = f"cube(`Orders`, {{ sql: `{template}`, {MEMBERS} }});\n{USERS}"
    _, diagnostics = lowered(text)
    assert 1 == len(diagnostics), said(diagnostics)
    return diagnostics[0]


_DIMENSIONS = """
    id: { sql: `id`, type: `number`, primaryKey: true },
    status: { sql: `status`, type: `string` },
    createdAt: { sql: `created_at`, type: `time`, granularities: { half: { interval: `6 months` } } },
"""
MEMBERS = f"""measures: {{ count: {{ type: `count` }} }}, dimensions: {{ {_DIMENSIONS} }}"""
MEMBERS_WITH = (
    "measures: {{ count: {{ type: `count` }} }}, dimensions: {{ "
    + _DIMENSIONS.replace("{", "{{").replace("}", "}}")
    + " tested: {{ sql: `{}`, type: `string` }} }}"
)
USERS = """
cube(`Users`, { sql: `SELECT 2`, dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true }, city: { sql: `city`, type: `string` } } });
"""


def dump(template: sql.Sql) -> str:
    """A template as text, its holes in angle brackets."""
    return "".join(part if isinstance(part, str) else f"<{_hole(part)}>" for part in template.parts)


def _hole(part: sql.Gap) -> str:
    match part:
        case sql.CubeRef():
            return f"cube {'.'.join(part.path)}"
        case sql.MemberRef():
            return ".".join((*part.path, part.granularity) if part.granularity else part.path)
        case sql.SqlOf():
            return f"sql of {part.cube}"
        case sql.Placeholder():
            return f"${part.index}"
        case sql.Guard():
            form = "required" if part.required else "guard"
            return f"{form} {'.'.join(part.path)} {_given(part, (SCALAR, LIST))}"
        case sql.ClaimText():
            return f"{'unsafe' if part.unsafe else 'claim'} {'.'.join(part.path)}"
        case sql.FilterParam():
            return f"pushed {part.cube}.{part.member} {_given(part, (SCALAR, ('string', 'string')))}"
        case sql.FilterGroup():
            return f"group ({'; '.join(_hole(param) for param in part.params)})"
        case sql.ConvertTz():
            return f"zoned {dump(part.argument)}"
        case sql.Choice():
            return f"if {_test(part.test)} then {dump(part.then)} else {dump(part.otherwise)}"
        case sql.PerCaller():
            return "per caller"


def _given(part: sql.Guard | sql.FilterParam, forms: tuple[tuple[sql.Argument, ...], ...]) -> str:
    if part.column is not None:
        return f"on {dump(part.column)}"
    assert part.callback is not None
    return "calls " + " | ".join(dump(part.callback.sql(form)) for form in forms)


def _test(test: Test) -> str:
    value = "" if isinstance(test.value, Undefined) else f" {test.value!r}"
    return f"{_hole(test.subject)} {test.operator}{value}"  # type: ignore[arg-type]
