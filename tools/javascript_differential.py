"""Expressions by chance through Node and through our evaluator: they mean the same, or ours are refused.

    python tools/javascript_differential.py [--seed N] [--count N] [--refused]

Needs `node`. Prints each expression that has two values, and how many were refused (`--refused`: why). Exit code 1 on a
difference. What it finds belongs into `tests/evaluate/values.json`.
"""

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence

from cubeproof.evaluate import evaluate
from cubeproof.workspace import from_texts

SHOW = """
const shown = (v, d = 0) => d > 6 ? 'deep' : v === undefined ? 'undefined' : v === null ? 'null' :
  typeof v === 'number' ? (v === 0 && 1 / v < 0 ? '-0' : String(v)) : typeof v === 'string' ? JSON.stringify(v) :
  Array.isArray(v) ? '[' + Array.from(v, x => shown(x, d + 1)).join(', ') + ']' :
  typeof v === 'object' ? '{' + Object.keys(v).map(k => JSON.stringify(k) + ': ' + shown(v[k], d + 1)).join(', ') + '}' :
  typeof v === 'function' ? 'function' : String(v);
"""
"""A value as text, in the words of both sides."""
RUNNER = (
    SHOW
    + """
const read = require('fs').readFileSync(0, 'utf8');
const value = (e) => { try { return shown((0, eval)('(' + e + ')')); } catch (error) { return 'throws'; } };
globalThis.shown = shown;
process.stdout.write(JSON.stringify(JSON.parse(read).map(value)));
"""
)
SCALARS = (
    "0", "1", "2", "3", "-1", "-0", "NaN", "1.5", "10", "''", "'a'", "'b'", "'10'", "' 2 '", "'é'", "true", "false",
    "null", "undefined", "Infinity", "-2", "'a,b'", "1e21", "'😀x'",
)  # fmt: skip
CHANGES = (
    "", "", "l.pop()", "l.shift()", "l.push(9)", "l.unshift(8)", "l.length = 1", "l.splice(i, 1)", "l.splice(0, 1, 7)",
    "l.reverse()", "l[i + 1] = 'set'", "l[i] = 'me'", "delete l[0]", "l.fill(0)", "l.sort()", "l.length = 6",
)  # fmt: skip
RESULTS = (
    "x",
    "i",
    "x === 2",
    "i % 2",
    "typeof x",
    "[x, i]",
    "l.length",
    "undefined",
    "x > 1",
    "!x",
    "[[x]]",
)
GOES = (
    "map", "forEach", "filter", "some", "every", "find", "findIndex", "findLast", "findLastIndex", "flatMap",
)  # fmt: skip
PLAIN = (
    "join", "indexOf", "lastIndexOf", "includes", "slice", "concat", "flat", "at", "fill", "splice", "reverse", "sort",
    "toSorted", "toReversed", "toSpliced", "with", "push", "unshift", "pop", "shift", "copyWithin", "toString",
)  # fmt: skip
TEXTS = (
    "slice", "substring", "substr", "at", "charAt", "charCodeAt", "codePointAt", "indexOf", "lastIndexOf", "includes",
    "startsWith", "endsWith", "padStart", "padEnd", "repeat", "split", "trim", "trimEnd", "toUpperCase", "concat",
    "replace", "replaceAll", "localeCompare", "normalize", "search", "match", "toString", "trimStart", "toLowerCase",
)  # fmt: skip
PATTERNS = (
    "a", "b+", "[a-c]", "(a)(b)?", "\\d+", "^", "$", "x*", "(?:a|b)c", "\\W", ".", "(?<n>b)", "[^a]", "a{2}", "\\bb", "B",
)  # fmt: skip
OPERATORS = "+ - * / % ** === == !== != < <= > >= && || ?? & | ^ << >> >>>".split()

OBJECTS = ("keys", "values", "entries", "assign", "fromEntries", "freeze", "is", "hasOwn")
FUNCTIONS = (
    "Number", "String", "Boolean", "parseInt", "parseFloat", "isNaN", "JSON.stringify", "Math.round", "Math.max", "Math.min",
    "Math.trunc", "Math.sign", "Array.isArray", "Array.of", "isFinite", "Math.floor", "Array",
)  # fmt: skip


class Chance:
    """Expressions, each by chance; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def one(self, items: Sequence[str]) -> str:
        """One of some."""
        return self.random.choice(items)

    def scalar(self) -> str:
        """A value without parts."""
        return self.one(SCALARS)

    def listed(self, depth: int = 1) -> str:
        """A list."""
        items = [
            self.listed(depth - 1) if depth and self.random.random() < 0.15 else self.scalar()
            for _ in range(self.random.randint(0, 5))
        ]
        return f"[{', '.join(items)}]"

    def object(self) -> str:
        """An object, its keys in any order."""
        keys = self.random.sample(
            ["a", "b", "1", "0", "'x y'", "length", "'-1'", "10"], self.random.randint(0, 4)
        )
        return "{" + ", ".join(f"{key}: {self.scalar()}" for key in keys) + "}"

    def value(self) -> str:
        """Any value."""
        return self.random.choice([self.scalar, self.scalar, self.listed, lambda: f"({self.object()})"])()

    def arguments(self) -> str:
        """A few arguments."""
        return ", ".join(self.value() for _ in range(self.random.choice([0, 1, 1, 2, 2, 3])))

    def goes_through(self) -> str:
        """A list that its own callback changes."""
        method, change, result = self.one(GOES), self.one(CHANGES), self.one(RESULTS)
        once = "if (log.length > 20) throw 1; "
        if self.random.random() < 0.5:
            change = f"if (i === {self.random.randint(0, 3)}) {{ {change} }}"
        body = f"{{ log.push(x); {once}{change}; return {result}; }}"
        if self.random.random() < 0.15:
            start = self.one(("", f", {self.scalar()}"))
            call = f"l.{self.one(('reduce', 'reduceRight'))}((t, x, i, l) => {body}{start})"
        elif self.random.random() < 0.1:
            call = f"Array.from(l, (x, i) => {body})"
        else:
            call = f"l.{method}((x, i, l) => {body})"
        return f"(() => {{ const log = [], l = {self.listed(0)}; const r = {call}; return [r, l, log]; }})()"

    def loop(self) -> str:
        """A loop over what its body changes."""
        over, name = self.random.choice(
            [
                ("of l", "x"),
                ("of l.entries()", "[i, x]"),
                ("in l", "x"),
                ("of l.values()", "x"),
                ("of l.keys()", "x"),
            ]
        )
        change = self.one(CHANGES)
        first = "" if name == "[i, x]" else "const i = log.length; "
        body = f"{first}log.push(x); if (log.length > 12) break; {change};"
        return f"(() => {{ const log = [], l = {self.listed(0)}; for (const {name} {over}) {{ {body} }} return [l, log]; }})()"

    def on_list(self) -> str:
        """A method of a list."""
        return f"(l => [l.{self.one(PLAIN)}({self.arguments()}), l])({self.listed()})"

    def on_text(self) -> str:
        """A method of a text."""
        text = self.one(("'abc'", "'a-b-c'", "' x '", "''", "'10px'", "'😀é'", "'AbcaB'"))
        return f"{text}.{self.one(TEXTS)}({self.arguments()})"

    def operation(self) -> str:
        """An operator between two values."""
        return f"{self.value()} {self.one(OPERATORS)} {self.value()}".replace("- -", "- (-1) -")

    def on_object(self) -> str:
        """A function of `Object`."""
        return f"Object.{self.one(OBJECTS)}({self.value()}, {self.value()})"

    def call(self) -> str:
        """A function of the language."""
        return f"{self.one(FUNCTIONS)}({self.arguments()})"

    def template(self) -> str:
        """Values in a text."""
        return f"`${{{self.value()}}}:${{{self.value()}}}`"

    def search(self) -> str:
        """A regular expression."""
        pattern = f"/{self.one(PATTERNS)}/{self.one(('', 'g', 'i', 'gi', 'y', 's', 'm', 'u'))}"
        text = self.one(("'abc'", "'a-b_c d'", "''", "'AbcaBc'", "'10px 20px'", "'x\\ny'"))
        calls = (
            f"{pattern}.test({text})",
            f"{text}.match({pattern})",
            f"{text}.search({pattern})",
            f"{text}.split({pattern})",
            f"{text}.replace({pattern}, '<$&$1>')",
            f"{text}.replace({pattern}, (m, a, i) => [m, typeof a, i])",
        )
        return self.one(calls)

    def number(self) -> str:
        """A number as text."""
        digits = self.one(
            ("1.005", "255", "0.1", "1e21", "123.456", "-0", "1e-7", "NaN", "25", "-1.5", "2.5")
        )
        call = self.one(("toFixed", "toString", "toPrecision", "toExponential"))
        return f"({digits}).{call}({self.one(('', '0', '1', '2', '10', '16', '36', '7'))})"

    def taken_apart(self) -> str:
        """A pattern of parameters."""
        patterns = ("[a, b = 9, ...c]", "{length: a, 0: b, ...c}", "[, a, [b] = [7], c]", "{a, b = 1, ...c}")
        return f"(({self.one(patterns)}) => [typeof a, b, typeof c === 'undefined' ? 0 : c])({self.value()})"

    def sorted(self) -> str:
        """A list in order."""
        order = self.one(("", "(a, b) => a - b", "(a, b) => b > a ? 1 : -1", "(a, b) => 0", "() => 1"))
        return f"{self.listed()}.{self.one(('sort', 'toSorted'))}({order})"

    def expression(self) -> str:
        """Any expression."""
        often = [self.goes_through, self.goes_through, self.goes_through]
        others = [
            self.loop, self.on_list, self.on_text, self.operation, self.on_object, self.call, self.template,
            self.search, self.number, self.taken_apart, self.sorted,
        ]  # fmt: skip
        return self.random.choice([*often, *others])()


def of_node(expressions: Sequence[str]) -> list[str]:
    """What Node makes of each."""
    ran = subprocess.run(
        ["node", "-e", RUNNER], input=json.dumps(expressions), capture_output=True, text=True, check=True
    )
    values: list[str] = json.loads(ran.stdout)
    return values


def of_ours(expressions: Sequence[str]) -> list[str]:
    """What the evaluator makes of each; a refusal begins with its code."""
    files = {
        f"e{number}.js": f"{SHOW}cube('C', {{v: shown({text})}})" for number, text in enumerate(expressions)
    }
    project, unread = from_texts(files)
    declarations, unrun = evaluate(project)
    values: dict[str, object] = {}
    for diagnostic in (*unread, *unrun):
        if diagnostic.span is not None:
            values.setdefault(diagnostic.span.source.path, f"{diagnostic.code} {diagnostic.message}")
    for each in declarations:
        if "v" in each.body.slots:
            values.setdefault(each.file, each.body.slots["v"].value)
    return [str(values.get(name, "nothing")) for name in files]


def main() -> int:
    """Compare, and say where the two differ."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=5000)
    options.add_argument("--refused", action="store_true", help="say why expressions were refused")
    given = options.parse_args()
    chance = Chance(given.seed)
    expressions = list(dict.fromkeys(chance.expression() for _ in range(given.count)))
    refused: Counter[str] = Counter()
    different = 0
    for text, node, ours in zip(expressions, of_node(expressions), of_ours(expressions), strict=True):
        if ours[:1] == "E" and ours[1:4].isdigit():
            if node != "throws":
                refused[ours] += 1
        elif node != ours:
            different += 1
            print(f"{text}\n  node {node}\n  ours {ours}")
    if given.refused:
        for why, times in refused.most_common():
            print(f"{times:6} {why}")
    print(f"{len(expressions)} expressions, {refused.total()} refused, {different} with two values")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
