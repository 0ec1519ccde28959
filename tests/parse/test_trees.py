"""What the parser makes of each construct of the language, as short text."""

import pytest
from dump import codes, expression, tree

EXPRESSIONS = [
    ("1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)"),
    ("2 ** 3 ** 2", "(2 ** (3 ** 2))"),
    ("a || b && c", "(a || (b && c))"),
    ("a ?? b", "(a ?? b)"),
    ("a === b !== c", "((a === b) !== c)"),
    ("1 < 2 == true", "((1 < 2) == true)"),
    ("a & b | c ^ d", "((a & b) | (c ^ d))"),
    ("1 << 2 >>> 3", "((1 << 2) >>> 3)"),
    ("'a' in b", "('a' in b)"),
    ("a ? b : c ? d : e", "(conditional a b (conditional c d e))"),
    ("!a && -b", "((unary ! a) && (unary - b))"),
    ("typeof a === 'x'", "((unary typeof a) === 'x')"),
    ("a = b = c", "(a = (b = c))"),
    ("a.b.c", "a.b.c"),
    ("a?.b", "(sequence [a?.b])"),
    ("a.class.default", "a.class.default"),
    ("[1, , 2,]", "[1 _ 2]"),
    ("{a, b: 1, 'c d': 2, [e]: 3, `f`: 4, ...g}", "{a b:1 c d:2 [e]:3 f:4 (spread g)}"),
    ("{if: 1, class: 2, extends: 3, default: 4}", "{if:1 class:2 extends:3 default:4}"),
    ("`a${b}c`", "`'a' $b 'c'`"),
    ("`a${`b${`c`}`}`", "`'a' $`'b' $`'c'```"),
    ("`$ $a {b} \\` \\${c}`", "`'$ $a {b} ` ${c}'`"),
    ("`a\r\nb`", "`'a\\nb'`"),
    ("'\\u{1F600}\\x41\\n'", "'😀A\\n'"),
    ("0x1f + 1e3 + .5 + 0b11 + 1_000", "((((31 + 1000) + 0.5) + 3) + 1000)"),
    ("(a, b)", "(sequence [a b])"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXPRESSIONS)
def test_an_expression(text: str, expected: str) -> None:
    assert expected == expression(text)


ARROWS = [
    "x => x",
    "(x) => x",
    "() => 1",
    "(a, b = 1, ...c) => a",
    "({a, b: [c]}) => c",
    "async x => x",
    "async (x) => await x",
]


@pytest.mark.parametrize("text", ARROWS)
def test_an_arrow_function(text: str) -> None:
    assert expression(text).startswith("(function ")


STATEMENTS = [
    "const a = 1, {b, c: [d = 2, ...e], ...f} = g;",
    "let a; var b = 1;",
    "if (a) b(); else if (c) { d() } else e();",
    "for (let i = 0; i < 3; i++) { continue; }",
    "for (const a of b) break;",
    "for (const a in b) c(a);",
    "function f(a) { return; }",
    "async function f() { return await g(); }",
    "throw new Error('x');",
    "import a, {b as c, default as d} from './e';",
    "import './e';",
    "export const a = 1;",
    "export default {a: 1};",
    "export { a as b }; export { c } from './d'; export function e() {}",
    "const r = /[/\\]]+/gi.test(a) / 2;",
    "a ||= 1; b.c += 2; [d, e] = [e, d];",
    ";;",
    "// only a comment\n/* and another */",
    "#!/usr/bin/env node\ncube(`A`, {})",
    "\ufeffcube(`A`, {})",
    "cube(`Zoë`, {Größe: 1})",
]


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_is_read(text: str) -> None:
    tree(text)


SEMICOLONS = [
    ("a\nb", "(do a)\n(do b)"),
    ("const a = 1\ncube(b)", None),
    ("a\n(b)", "(do (call a [b]))"),
    ("a\n++b", "(do a)\n(do (update ++ prefix b))"),
    ("{ a }", None),
    ("if (a) b\nelse c", None),
    ("() => {\n  return\n  1\n}", None),
]


@pytest.mark.parametrize(("text", "expected"), SEMICOLONS)
def test_semicolons_are_inserted_as_the_language_says(text: str, expected: str | None) -> None:
    shown = tree(text)
    assert expected is None or expected == shown


def test_a_return_before_a_line_break_returns_nothing() -> None:
    assert "(return _)" in tree("function f() { return\n1 }")


def test_two_statements_on_one_line_need_a_semicolon() -> None:
    assert codes("const a = 1 const b = 2") != []
