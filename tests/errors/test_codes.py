"""Every code that a model file can raise: a file that raises it, and nothing else of its kind."""

import pytest

from cubeproof.parse import parse
from cubeproof.parse.limits import Limits
from cubeproof.pipeline import compile_model
from cubeproof.source import Source
from cubeproof.workspace import from_texts


def cube(inner: str = "", head: str = "") -> str:
    return f"{head}cube(`A`, {{ sql: `SELECT 1`, {inner} }});"


def measure(inner: str) -> str:
    return cube(f"measures: {{ m: {{ {inner} }} }}")


def dimension(inner: str, head: str = "") -> str:
    return cube(f"dimensions: {{ d: {{ {inner} }} }}", head)


KEYED = "dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } }"

SYNTAX = [
    ("E101", cube(head="const a = 1 2;\n")),
    ("E102", "cube(`A`, { sql: `SELECT 1` dimensions: {} });"),
    ("E103", "cube(`A`, { sql: `SELECT 1`"),
    ("E104", "cube(`A`, { sql: `SELECT 1` }));"),
    ("E105", "cube(`A`, { sql: `SELECT 1 });"),
    ("E106", "cube('A, { sql: `SELECT 1` });"),
    ("E107", cube() + "\n/* never closed"),
    ("E108", cube(head="const r = /(a;\n")),
    ("E109", cube(head="const t = '\\u{zz}';")),
    ("E110", "cube(`A`, { sql: `SELECT \0 1` });"),
    ("E111", cube(head="const n = 12abc;")),
    ("E112", cube(head="const n = 1 § 2;")),
    ("E113", cube(head="// \u202e right to left\n")),
    ("E127", cube(head="const a = 'x\u200by';")),
    ("E128", cube(head="const \u0430dmin = 1;\n")),
    ("E114", cube(head="const a = 'x\u2028y';")),
    ("E115", cube(head="const a = " + "[" * 300 + "]" * 300 + ";")),
    ("E116", cube(head="const a = " + "`${" * 40 + "1" + "}`" * 40 + ";")),
    ("E117", cube(head="const a = " + " + ".join(["1"] * 2000) + ";")),
    ("E118", "cube(`A`, { sql: , title: `t` });"),
    ("E119", cube(head="1 = 2;")),
    ("E120", cube(head="const a = 1 || 2 ?? 3;")),
    ("E121", cube(head="const if = 1;")),
    ("E123", cube(head="const a;")),
    ("E124", cube(head="const [...a, b] = [];")),
    ("E125", "if (true) { export const a = 1; }\n" + cube()),
    ("E126", "cube(`A`, { sql = `SELECT 1` });"),
    ("E130", cube(head="class B {}\n")),
    ("E131", cube(head="function* g() {}\n")),
    ("E133", cube(head="here: for (;;) { break; }\n")),
    ("E134", "cube(`A`, { sql: tag`SELECT 1` });"),
    ("E134", cube(head="const a = tag`x`;\n")),
    ("E135", cube(head="const a = <b>x</b>;\n")),
    ("E136", cube(head="interface B { x: string }\n")),
    ("E137", cube(head="switch (1) { case 1: break; }\n")),
    ("E138", cube(head="while (true) { }\n")),
    ("E139", cube(head="with (a) { }\n")),
    ("E140", cube(head="try { } catch (e) { }\n")),
    ("E142", cube(head="import * as all from './b';\n")),
    ("E143", cube(head="const a = { get b() { return 1; } };\n")),
    ("E144", cube(head="@frozen\nconst a = 1;\n")),
    ("E145", cube(head="const a = b.#c;\n")),
    ("E146", cube(head="debugger;\n")),
    ("E147", cube(head="const a = 1n;\n")),
    ("E148", cube(head="async function f() { for await (const a of []) { } }\n")),
]
EVALUATION = [
    ("E602", "//" + " " * 1_100_000),
    ("E201", cube(head="const a = b; const b = 1;\n")),
    ("E202", cube(head="const a = 1; a = 2;\n")),
    ("E204", cube(head="const a = {}; const b = a.c.d;\n")),
    ("E210", cube(head="for (;;) { }\n")),
    ("E205", cube(head="const a = 1; a();\n")),
    ("E206", cube(head="const { a } = null;\n")),
    ("E207", cube(head="const a = Math.random();\n")),
    ("E208", cube(head="throw new Error('no');\n")),
    ("E209", cube(head="const a = Symbol('x');\n")),
    ("E132", cube(head="const a = new Foo();\n")),
    ("E141", cube(head="eval('1');\n")),
    ("E211", cube(head="const f = () => f(); f();\n")),
    ("E212", cube(head="const a = 'x'.repeat(1e9);\n")),
    ("E213", cube(head="const f = () => 1; const a = `${f}`;\n")),
    ("E214", cube(head="const a = COMPILE_CONTEXT.securityContext;\n")),
    ("E215", "cube();"),
    ("E216", cube(head="const a = 1; const a = 2;\n")),
    ("E217", cube(head="let o = {}; for (let i = 0; i < 300; i++) { o = { o }; }\n", inner="meta: o")),
    ("E218", cube(head="const a = 'x'.repeat(-1);\n")),
    ("E219", cube(head="fetch('https://example.com');\n")),
    ("E220", dimension("sql: `${CUBE - 1}`, type: `string`")),
    ("E221", dimension("sql: `${typeof CUBE}`, type: `string`")),
    ("E222", dimension("sql: `${`${CUBE}.x`.toUpperCase()}`, type: `string`")),
    ("E223", dimension("sql: `${seen.push(1)}`, type: `string`", "const seen = [];\n")),
    ("E224", dimension("sql: (nothing) => `${nothing}`, type: `string`")),
    ("E225", cube(head="const a = /a(?=b)/;\n")),
    ("E226", cube(head="const a = ({}).constructor;\n")),
    ("E230", cube(head="import a from './nowhere';\n")),
    ("E231", cube(head="import a from '../../../../etc/passwd';\n")),
    ("E232", cube(head="import a from 'lodash';\n")),
    ("E234", {"A.js": cube(head="import { nothing } from './b';\n"), "b.js": "export const something = 1;"}),
    (
        "E233",
        {
            "A.js": cube(head="import { b } from './b';\nexport const a = b;\n"),
            "b.js": "import { a } from './A';\nexport const b = a;",
        },
    ),
    ("E236", cube(head="const a = require(1);\n")),
]
MODEL = [
    ("E240", "cube(`not a name`, { sql: `SELECT 1` });"),
    ("E241", cube() + cube()),
    ("E242", cube("titel: `x`")),
    ("E243", cube("title: 1")),
    ("E244", measure("sql: `x`")),
    ("E245", cube("sqlTable: `t`")),
    ("E246", measure("type: `summ`, sql: `x`")),
    ("E247", cube("measures: { 'a-b': { type: `count` } }")),
    ("E248", cube("measures: { x: { type: `count` } }, dimensions: { x: { sql: `x`, type: `string` } }")),
    ("E249", cube("title: `a`, title: `b`")),
    ("E250", cube("joins: { Nowhere: { relationship: `belongsTo`, sql: `1 = 1` } }")),
    ("E251", cube("joins: { B: { relationship: `belongsTo`, sql: `${CUBE}.b = ${B}.id` } }, measures: { s: { sql: `x`, type: `sum` } }")
     + f"cube(`B`, {{ sql: `SELECT 1`, {KEYED} }});"),
    ("E254", dimension("sql: `${B}.x`, type: `string`") + f"cube(`B`, {{ sql: `SELECT 1`, {KEYED} }});"),
    ("E255", cube("extends: 5")),
    ("E263", dimension("sql: `${JSON.parse('\"\\\\u0000\"')}`, type: `string`")),
    ("E270", dimension("sql: `x`, type: `time`, granularities: { g: { interval: `5 days` } }")),
    ("E264", measure("type: `sum`, sql: `x`, rollingWindow: { trailing: `often` }")),
    ("E272", measure("type: `sum`, sql: ``")),
    ("E280", measure("type: `runningTotal`, sql: `x`")),
]  # fmt: skip


def test_a_file_over_the_limit_is_not_read() -> None:
    (problem,) = parse(Source("A.js", cube()), Limits(size=10)).diagnostics
    assert "E100" == problem.code


def found(files: str | dict[str, str]) -> list[str]:
    project = from_texts({"A.js": files} if isinstance(files, str) else files)
    return [d.code for d in (*project.diagnostics, *compile_model(project.value).diagnostics)]


@pytest.mark.parametrize(("code", "files"), [*SYNTAX, *EVALUATION, *MODEL])
def test_a_code_is_raised(code: str, files: str | dict[str, str]) -> None:
    assert code in found(files)


@pytest.mark.parametrize(("code", "files"), SYNTAX)
def test_an_error_of_syntax_has_a_place_and_says_what_to_do(code: str, files: str) -> None:
    project = from_texts({"A.js": files})
    (first, *_) = [d for d in project.diagnostics if d.code == code]
    assert first.span is not None or first.path is not None
    assert "unexpected token" not in first.message
