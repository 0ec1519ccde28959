"""Shapes that models really have and that trip a reader: one test each."""

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from lowering import lowered, said

from cubeproof.diagnostics import has_errors
from cubeproof.pipeline import Compiled, compile_model
from cubeproof.workspace import from_texts, load
from models import statement

KEY = "id: { sql: `id`, type: `number`, primaryKey: true }"
COUNT = "measures: { count: { type: `count` } }"


def model(files: str | Mapping[str, str], **environment: object) -> Compiled:
    """The model of files that must be faultless; a text alone is `A.js`."""
    project = from_texts({"A.js": files} if isinstance(files, str) else files)
    made = compile_model(project.value, **environment)  # type: ignore[arg-type]
    diagnostics = (*project.diagnostics, *made.diagnostics)
    assert not has_errors(diagnostics), said(diagnostics)
    return made.value


def sql(files: str | Mapping[str, str], *members: str, **environment: object) -> str:
    """The statement that asks for members, on one line."""
    made = model(files, **environment)
    measures = [m for m in members if m.split(".")[1] in made.model.cubes[m.split(".")[0]].measures]
    query = {"measures": measures, "dimensions": [m for m in members if m not in measures]}
    return " ".join(statement(made, query).sql.split())


def cube(name: str, body: str) -> str:
    return f"cube(`{name}`, {{ sql: `SELECT * FROM {name.lower()}`, {body} }});\n"


def dimension(text: str, name: str = "d") -> str:
    return f"dimensions: {{ {KEY}, {name}: {{ sql: {text}, type: `string` }} }}"


# Cubes that refer to each other, wherever they stand


def test_sql_of_a_cube_in_a_later_file() -> None:
    files = {
        "A.js": f"cube(`A`, {{ sql: `SELECT * FROM ${{Z.sql()}} AS z WHERE z.ok`, {COUNT} }});",
        "z.js": cube("Z", COUNT),
    }
    assert "SELECT * FROM z AS z WHERE z.ok" in sql(files, "A.count")


def test_sql_of_cubes_six_deep_each_in_a_later_file() -> None:
    names = "ABCDEF"
    files = {
        f"{name}.js": f"cube(`{name}`, {{ sql: `SELECT {name} FROM ${{{below}.sql()}} t`, {COUNT} }});"
        for name, below in pairwise(names)
    }
    files["F.js"] = cube("F", COUNT)
    nested = "SELECT A FROM (SELECT B FROM (SELECT C FROM (SELECT D FROM (SELECT E FROM f t) t) t) t) t"
    assert nested in sql(files, "A.count")


def test_extends_of_a_cube_in_a_later_file() -> None:
    files = {"A.js": "cube(`A`, { extends: Z, title: `Mine` });", "z.js": cube("Z", COUNT)}
    assert "FROM z AS a" in sql(files, "A.count")


def test_extends_six_deep_each_in_a_later_file() -> None:
    names = "ABCDEFG"
    files = {
        f"{name}.js": f"cube(`{name}`, {{ extends: {below}, measures: {{ m{name}: {{ type: `count` }} }} }});"
        for name, below in pairwise(names)
    }
    files["G.js"] = cube("G", COUNT)
    assert {"count", *(f"m{name}" for name in names[:-1])} == set(model(files).model.cubes["A"].measures)


def test_extends_by_a_call() -> None:
    text = f"const Base = cube({{ sql: `SELECT 1`, {COUNT} }});\ncube(`A`, {{ extends: Base() }});"
    assert "SELECT 1" in sql(text, "A.count")


# Names that mean something to JavaScript


@pytest.mark.parametrize(
    "name",
    ["name", "type", "length", "class", "constructor", "default", "toString", "prototype", "hasOwnProperty",
     "extends", "case", "if", "valueOf", "key", "measures"],
)  # fmt: skip
def test_a_member_called_as_something_of_the_language(name: str) -> None:
    text = cube("A", f"dimensions: {{ {KEY}, {name}: {{ sql: `${{CUBE}}.{name}`, type: `string` }} }}")
    assert f".{name}" in sql(text, f"A.{name}")


def test_members_called_name_type_and_length_are_referred_to() -> None:
    inner = ", ".join(f"{name}: {{ sql: `c_{name}`, type: `string` }}" for name in ("name", "type", "length"))
    text = cube(
        "A",
        f"dimensions: {{ {KEY}, {inner}, all: {{ sql: `${{name}} || ${{CUBE.type}} || ${{A.length}}`, type: `string` }} }}",
    )
    assert "c_name || a.c_type || a.c_length" in sql(text, "A.all").replace("a.c_name", "c_name")


def test_a_constant_of_the_name_of_a_member_loses() -> None:
    text = "const status = 'constant';\n" + cube(
        "A",
        f"dimensions: {{ {KEY}, status: {{ sql: `st`, type: `string` }}, d: {{ sql: `${{status}}`, type: `string` }} }}",
    )
    assert "constant" not in sql(text, "A.d")


# Marks inside of SQL


def test_a_bare_dollar_and_an_amount_in_sql() -> None:
    text = cube("A", dimension("`CASE WHEN x LIKE '$200' THEN '$' || price ELSE '$${CUBE}' END`"))
    assert "CASE WHEN x LIKE '$200' THEN '$' || price ELSE '$" in sql(text, "A.d")


def test_a_dollar_at_the_end_of_a_pattern() -> None:
    assert "x ~ '^a$'" in sql(cube("A", dimension("`x ~ '^a$'`")), "A.d")


def test_back_ticks_in_sql_beside_quoted_names() -> None:
    text = 'cube(`A`, { sql: `SELECT \\`a b\\` AS "x" FROM \\`my-project.set\\`.t`, ' + COUNT + " });"
    assert 'SELECT `a b` AS "x" FROM `my-project.set`.t' in sql(text, "A.count")


def test_braces_and_comments_in_sql() -> None:
    text = "cube(`A`, { sql: `SELECT '{a}' /* {b} */ FROM t -- {c}\n`, " + COUNT + " });"
    assert "SELECT '{a}' /* {b} */ FROM t -- {c}" in sql(text, "A.count")


# Where SQL comes from


def test_sql_is_an_identifier() -> None:
    text = f"const table = `SELECT * FROM t`;\ncube(`A`, {{ sql: table, {COUNT} }});"
    assert "FROM t" in sql(text, "A.count")


def test_sql_is_an_identifier_of_another_file() -> None:
    files = {
        "A.js": f"import {{ table }} from './tables';\ncube(`A`, {{ sql: table, {COUNT} }});",
        "tables.js": "export const table = `SELECT * FROM t`;",
    }
    assert "FROM t" in sql(files, "A.count")


def test_sql_is_a_call() -> None:
    text = f"const table = (name) => `SELECT * FROM s.${{name}}`;\ncube(`A`, {{ sql: table('t'), {COUNT} }});"
    assert "FROM s.t" in sql(text, "A.count")


def test_sql_is_a_plain_string_that_was_built_elsewhere() -> None:
    text = "const dimensions = { id: { sql: 'id', type: 'number', primaryKey: true }, d: { sql: 'dd', type: 'string' } };\n"
    assert "dd" in sql(text + "cube(`A`, { sql: `SELECT 1`, dimensions });", "A.d")


def test_sql_is_a_function_whose_parameters_are_names() -> None:
    text = cube("A", dimension("(CUBE) => `${CUBE}.x`"))
    assert "a.x" in sql(text, "A.d")


def test_sql_is_a_function_that_names_another_cube_and_a_member() -> None:
    joined = "joins: { B: { sql: (CUBE, B) => `${CUBE}.b = ${B.id}`, relationship: `belongsTo` } }"
    text = cube("A", f"{joined}, {dimension('(B, id) => `${B.d} || ${id}`')}") + cube("B", dimension("`dd`"))
    assert "dd" in sql(text, "A.d")


def test_sql_is_a_function_made_by_a_function() -> None:
    text = "const column = (name) => (CUBE) => `${CUBE}.${name}`;\n" + cube("A", dimension("column('x')"))
    assert "a.x" in sql(text, "A.d")


def test_a_name_between_brackets_and_back_ticks() -> None:
    text = cube("A", dimension("`${CUBE[`x`]}`").replace("} }", "}, x: { sql: `xx`, type: `string` } }", 1))
    assert "xx" in sql(text, "A.d")


def test_a_name_between_brackets_and_quotes() -> None:
    text = cube(
        "A",
        f"dimensions: {{ {KEY}, x: {{ sql: `xx`, type: `string` }}, d: {{ sql: `${{CUBE['x']}}`, type: `string` }} }}",
    )
    assert "xx" in sql(text, "A.d")


def test_a_key_that_a_template_computes() -> None:
    text = "const p = 'net';\n" + cube(
        "A",
        f"dimensions: {{ {KEY}, [`${{p}}_x`]: {{ sql: `nx`, type: `string` }}, `plain`: {{ sql: `px`, type: `string` }} }}",
    )
    assert {"id", "net_x", "plain"} == set(model(text).model.cubes["A"].dimensions)


def test_keys_that_a_template_with_a_value_computes_without_brackets() -> None:
    found = lowered(
        "const p = 'net';\n"
        + cube("A", f"dimensions: {{ {KEY}, `${{p}}_x`: {{ sql: `nx`, type: `string` }} }}")
    )
    assert {"id", "net_x"} == set(found.value.cubes["A"].dimensions)


# Cubes and files that hold little, or much


def test_a_cube_without_measures() -> None:
    assert "dd" in sql(cube("A", dimension("`dd`")), "A.d")


def test_a_cube_without_dimensions() -> None:
    assert "count(*)" in sql(cube("A", COUNT), "A.count")


def test_a_cube_without_members() -> None:
    assert ("A",) == tuple(model("cube(`A`, { sql: `SELECT 1` });").model.cubes)


def test_empty_members_and_trailing_commas() -> None:
    text = "cube(`A`, { sql: `SELECT 1`, measures: {}, dimensions: {}, joins: {}, segments: {}, preAggregations: {}, },);;"
    assert ("A",) == tuple(model(text).model.cubes)


@pytest.mark.parametrize(
    "text", ["", "\n", "// nothing\n", "/* cube(`A`, {}) */", "// a\r\n\r\n/* b */ // c", "\ufeff// a"]
)
def test_a_file_of_comments_alone(text: str) -> None:
    assert ("B",) == tuple(model({"A.js": text, "B.js": cube("B", COUNT)}).model.cubes)


@pytest.mark.parametrize(
    "name",
    [
        "My Orders.js",
        "orders.v2.js",
        "Заказы.js",
        "주문 목록.js",
        "a/b c/d.e.js",
        "orders (copy).js",
        "ünï.cube.js",
    ],
)
def test_a_file_name_with_spaces_dots_or_other_scripts(name: str, tmp_path: Path) -> None:
    path = tmp_path / "model" / name
    path.parent.mkdir(parents=True)
    path.write_text(cube("A", COUNT), "utf-8")
    (tmp_path / "model" / "Z.js").write_text(
        f"import './{name.removesuffix('.js')}';\n{cube('Z', COUNT)}", "utf-8"
    )
    project = load([str(tmp_path / "model")])
    made = compile_model(project.value)
    assert ([], {"A", "Z"}) == (said((*project.diagnostics, *made.diagnostics)), set(made.value.model.cubes))


def test_forty_cubes_in_one_file() -> None:
    text = "".join(cube(f"C{n}", COUNT) for n in range(40))
    assert [f"C{n}" for n in range(40)] == list(model(text).model.cubes)


def test_cubes_that_a_loop_makes() -> None:
    text = "for (const name of ['A', 'B']) { cube(name, { sql: `SELECT * FROM ${name}`, measures: { n: { type: `count`, sql: `${CUBE}.${name}` } } }); }"
    assert "count(b.B)" in sql(text, "B.n")


def test_a_cube_inside_of_a_function_that_another_file_calls() -> None:
    files = {
        "A.js": "import { make } from './factory';\nmake('A', 'public');\nmake('B', 'other');",
        "factory.js": f"export const make = (name, schema) => cube(name, {{ sql: `SELECT * FROM ${{schema}}.t`, {COUNT} }});",
    }
    assert "FROM other.t" in sql(files, "B.count")


def test_a_cube_inside_of_an_async_module() -> None:
    text = f"asyncModule(async () => {{ const names = await ['A', 'B']; names.forEach(n => cube(n, {{ sql: `SELECT 1`, {COUNT} }})); }});"
    assert ("A", "B") == tuple(model(text).model.cubes)


# Modules


@pytest.mark.parametrize(
    ("lib", "use"),
    [
        ("export const x = 't'", "import { x } from './lib'"),
        ("export const x = 't', y = 1", "import { y, x } from './lib'"),
        ("const y = 't'\nexport { y as x }", "import { x } from './lib'"),
        ("export function f() { return 't' }", "import { f } from './lib'\nconst x = f()"),
        ("export default 't'", "import x from './lib'"),
        ("export default { x: 't' }", "import lib from './lib'\nconst { x } = lib"),
        ("export default function () { return 't' }", "import f from './lib'\nconst x = f()"),
        ("export default (a) => a", "import f from './lib'\nconst x = f('t')"),
        ("export const y = 't'", "import { y as x } from './lib'"),
        ("const x = 't'\nexport { x as default }", "import x from './lib'"),
        ("export const x = 't'\nexport default 5", "import five, { x } from './lib'"),
        ("export { y as x } from './other'", "import { x } from './lib'"),
        ("export const { x, ...rest } = { x: 't', z: 1 }", "import { x, rest } from './lib'"),
        ("export let x = 't'", "const { x } = require('./lib')"),
        ("addExport({ x: 't' })", "const { x } = require('./lib')"),
        ("setExport({ x: 't' })", "const { x } = require('./lib.js')"),
        ("export const x = 't'", "const lib = require(`./lib`)\nconst x = lib.x"),
    ],
)
def test_every_form_of_export(lib: str, use: str) -> None:
    files = {
        "A.js": f"{use}\ncube(`A`, {{ sql: `SELECT * FROM ${{x}}`, {COUNT} }});",
        "lib.js": lib,
        "other.js": "export const y = 't'",
    }
    assert "FROM t" in sql(files, "A.count")


@pytest.mark.parametrize(
    ("lib", "use"),
    [
        ("module.exports = { x: 't' }", "const { x } = require('../lib')"),
        ("module.exports.x = 't'", "import { x } from '../lib'"),
        ("exports.x = 't'", "import lib from '../lib'\nconst x = lib.x"),
        ("module.exports = (a) => a", "const x = require('../lib')('t')"),
        ("module.exports = 't'", "import x from '../lib'"),
        (
            "const { y } = require('./deep/other')\nmodule.exports = { x: y }",
            "const { x } = require('../lib')",
        ),
    ],
)
def test_every_form_of_export_of_a_helper(lib: str, use: str, tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "model").mkdir()
    (tmp_path / "deep").mkdir()
    (tmp_path / "lib.js").write_text(lib)
    (tmp_path / "deep" / "other.js").write_text("exports.y = 't'")
    (tmp_path / "model" / "A.js").write_text(f"{use}\ncube(`A`, {{ sql: `SELECT * FROM ${{x}}`, {COUNT} }});")
    project = load([str(tmp_path / "model")])
    made = compile_model(project.value)
    assert [] == said((*project.diagnostics, *made.diagnostics))
    assert "FROM t" in statement(made.value, {"measures": ["A.count"]}).sql


@pytest.mark.parametrize(
    "use",
    [
        "import data from './data.json'",
        "const data = require('./data.json')",
        "const data = require('./data')",
    ],
)
def test_a_json_module(use: str, tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text(json.dumps({"tables": ["t", "u"]}))
    (tmp_path / "A.js").write_text(
        f"{use}\ndata.tables.forEach(t => cube(`C_${{t}}`, {{ sql: `SELECT * FROM ${{t}}`, {COUNT} }}));"
    )
    project = load([str(tmp_path)])
    made = compile_model(project.value)
    assert ([], ["C_t", "C_u"]) == (
        said((*project.diagnostics, *made.diagnostics)),
        list(made.value.model.cubes),
    )


def test_a_name_out_of_a_json_module(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text(json.dumps({"table": "t"}))
    (tmp_path / "A.js").write_text(
        f"import {{ table }} from './data.json'\ncube(`A`, {{ sql: `SELECT * FROM ${{table}}`, {COUNT} }});"
    )
    made = compile_model(load([str(tmp_path)]).value)
    assert "FROM t" in statement(made.value, {"measures": ["A.count"]}).sql


def test_the_environment_is_what_the_configuration_says() -> None:
    text = "cube(`A`, { sql: `SELECT * FROM ${process.env.DB || 'main'}.t`, " + COUNT + " });"
    assert "FROM given.t" in sql(text, "A.count", env={"DB": "given"})
    assert "FROM main.t" in sql(text, "A.count", env={})
    taken = "const { DB = 'none' } = process.env;\n" + text.replace("process.env.DB || 'main'", "DB")
    assert "FROM given.t" in sql(taken, "A.count", env={"DB": "given"})
