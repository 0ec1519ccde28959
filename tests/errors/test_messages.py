"""What a model cannot do is refused once: with the construct, its place, the reason, and what to do instead."""

import pytest

from cubeproof.diagnostics import Diagnostic
from cubeproof.pipeline import compile_model
from cubeproof.workspace import from_texts

CUBE = "\ncube('A', { sql: `SELECT 1` });"
MODULES = "`[tool.cubeproof.modules]`"

REFUSALS = [
    # packages, files and the network
    ("import axios from 'axios'", "E232", "'axios'", "a package", MODULES),
    ("const fs = require('fs')", "E232", "require('fs')", "a package", MODULES),
    ("import x from 'https://example.com/x.js'", "E232", "'https://example.com/x.js'", "on the network", MODULES),
    ("const { rows } = await fetch('https://x')", "E219", "fetch", "outside of its own files", "`.json` file"),
    ("new XMLHttpRequest()", "E132", "new XMLHttpRequest()", "`new` makes errors alone", "`.json` file"),
    ("const n = 'x'\nconst x = require(`./${n}`)", "E236", "require(`./${n}`)", "computed", "`require('./name')`"),
    ("const x = require(1)", "E236", "require(1)", "plain text", None),
    ("const x = import('./x')", "E142", "import", "at run time", "`import {a} from './module'`"),
    ("import('./x').then(x => x)", "E142", "import(", "at run time", "`import {a} from './module'`"),
    ("const here = import.meta.url", "E142", "import", "`import.meta`", "where its file is"),
    ("import * as x from './x'", "E142", "import *", "`import *`", "`import {a, b} from './module'`"),
    ("export * from './x'", "E142", "export *", "`export *`", "`export {a, b} from './module'`"),
    ("import x from './x.json' with { type: 'json' }", "E142", "with", "behind an import", "leave out"),
    # time, chance, the host
    ("setTimeout(() => 1, 10)", "E219", "setTimeout", "outside", "nothing has to be waited for"),
    ("setInterval(() => 1, 10)", "E219", "setInterval", "outside", "nothing has to be waited for"),
    ("const a = new Date()", "E132", "new Date()", "`new Date`", "the same at any time"),
    ("const a = Date.now()", "E209", "Date", "`Date`", "the same at any time"),
    ("const a = Math.random()", "E207", "random", "`Math.random`", "the same each time"),
    ("const a = process.argv", "E207", "argv", "`process.argv`", None),
    ("const a = process.cwd()", "E207", "cwd", "`process.cwd`", None),
    # what the language leaves out
    ("class B {}", "E130", "class", "a class", "a function that returns an object"),
    ("const B = class {}", "E130", "class", "a class", "a function that returns an object"),
    ("const a = new Client()", "E132", "new Client()", "`new Client`", "a function that returns one"),
    ("const a = new Map()", "E132", "new Map()", "`new Map`", "use an object"),
    ("const a = new Array(3)", "E132", "new Array(3)", "`new Array`", "`Array.from({length: n}"),
    ("const a = Object(1)", "E209", "Object(1)", "a call of `Object`", "write the object"),
    ("const a = new lib.Client()", "E132", "new lib.", "anything but a plain name", "call a function"),
    ("const a = new Promise(() => 1)", "E132", "new Promise(() => 1)", "`new Promise`", "without it"),
    ("function* g() { yield 1 }", "E131", "function*", "a generator", "returns an array"),
    ("const a = eval('1')", "E141", "eval", "runs text as code", "write the code itself"),
    ("const a = Function('1')", "E141", "Function", "runs text as code", "write the function itself"),
    ("switch (1) {}", "E137", "switch", "`switch`", "`if … else if …`"),
    ("while (true) {}", "E138", "while", "`while`", "`for (const item of items)"),
    ("try { f() } catch (e) {}", "E140", "try", "`try`", "test the value"),
    # slips
    ("1 = 2", "E119", "1", "`=` cannot change this", "a name, `a.b` or `a[b]`"),
    ("const o = { f() { this = 1 } }\no.f()", "E119", "this", "`=` cannot change this", "a name"),
    ("5++", "E119", "5", "`++` cannot change this", "a name"),
    ("const [a.b] = [1]", "E101", ".", "cannot stand after", None),
    ("cube('D', sql: `SELECT 1`, title: 'd')", "E102", "sql:", "`{` is missing before `sql`", "stand in braces"),
    ("view('D', cubes: [])", "E102", "cubes:", "`{` is missing before `cubes`", "stand in braces"),
    ("cube(sql: `SELECT 1`)", "E102", "sql:", "`{` is missing before `sql`", "stand in braces"),
    ("import type X from './x'", "E136", "type X", "`type` of TypeScript", "plain JavaScript"),
    ("import type { X } from './x'", "E136", "type {", "`type` of TypeScript", "plain JavaScript"),
    ("export type X = string", "E136", "export type", "`type` of TypeScript", "plain JavaScript"),
    ("function f(a: string) {}", "E136", ":", "a type annotation", "plain JavaScript"),
    ("return 1", "E209", "return 1", "`return` stands in no function", "braces of an `if`"),
    ("if (true) { return }", "E209", "return", "`return` stands in no function", "braces of an `if`"),
    ("for (const a of [1]) { return a }", "E209", "return a", "`return` stands in no function", "braces"),
    ("[1].forEach(a => { if (a) { break } })", "E209", "break", "`break` stands in no loop", "`return`"),
    ("module.exports = {}", "E200", "module", "not defined in a model file", "`export const name = …`"),
    ("const a = this.b", "E209", "this", "`this`", "give it as an argument"),
]  # fmt: skip


def found(text: str) -> list[Diagnostic]:
    project = from_texts({"A.js": text + CUBE})
    return [*project.diagnostics, *compile_model(project.value).diagnostics]


@pytest.mark.parametrize(("text", "code", "place", "reason", "help"), REFUSALS, ids=[r[0] for r in REFUSALS])
def test_a_refusal_says_what_where_why_and_what_to_do(
    text: str, code: str, place: str, reason: str, help: str | None
) -> None:
    (only,) = found(text)
    assert only.span is not None
    assert (code, place) == (only.code, only.span.source.text[only.span.start : only.span.end])
    assert reason in only.message
    assert help is None or help in (only.help or "")


def test_more_errors_than_are_shown_are_told_of() -> None:
    lines = [f"const a{n} = ;" for n in range(21)]
    assert ["E118"] * 20 == [d.code for d in found("\n".join(lines[:20]))]
    many = found("\n".join(lines))
    assert ["E118"] * 20 + ["E129"] == [d.code for d in many]
    assert ("info", "this file has more errors than these 20") == (many[-1].severity, many[-1].message)
