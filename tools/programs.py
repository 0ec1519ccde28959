"""Small model files by chance, made from the grammar of the language: most of them parse, and few mean anything.

Names, methods and properties are drawn from what the evaluator knows, from what it refuses, and from what a host of
JavaScript would have; so a program reads what is there, calls what is not, and now and then gets far.
"""

from collections.abc import Callable
from random import Random

NAMES = tuple(
    "a b c f g x cube Object Array JSON Math String Number undefined NaN process require module".split()
)
OWN = tuple("abcdefghkmnpqrtuvwxyz")
KEYS = tuple(
    "a b c length name sql type constructor prototype __proto__ toString valueOf hasOwnProperty 0 1 -1 then".split()
)
METHODS = tuple(
    "map filter reduce join concat push pop sort slice splice indexOf includes flat flatMap forEach some every find "
    "fill keys entries reverse shift unshift split replace replaceAll match test trim repeat padStart padEnd charAt "
    "charCodeAt at toUpperCase substring startsWith localeCompare toString toFixed valueOf hasOwnProperty call apply "
    "bind then constructor __defineGetter__ __lookupGetter__ isPrototypeOf normalize search matchAll reduceRight".split()
)  # fmt: skip
GLOBAL = tuple(
    "Object.keys Object.values Object.entries Object.assign Object.fromEntries Object.freeze Object.create "
    "Object.getPrototypeOf Object.defineProperty Array.from Array.isArray Array.of Array JSON.stringify JSON.parse "
    "Math.max Math.floor Math.pow Math.random String Number Boolean parseInt parseFloat isNaN Number.isInteger "
    "String.fromCharCode String.raw Symbol Promise.resolve eval Function require setTimeout f g a b c".split()
)  # fmt: skip
LITERALS = (
    "0 1 2 3 10 -1 0.5 1e3 1e21 1e308 0x1f 1_000 1 2 9007199254740993 true false null undefined NaN Infinity '' 'a' \"b\" "
    "'1' '${x}' `` `a` `'` '\\u{1F600}' /a/ /(a+)+$/g [] {} [1,2,3] ['a','b'] {a:1} [[]] this "
    "'__proto__' 'constructor' 'aaaaaaaaaaaaaaaaaaaa' '{\"a\":[1]}'".split()
)
BINARY = tuple("+ + + - * / % ** == === != !== < > <= >= && || ?? & | ^ << >> >>> in instanceof".split())
UNARY = (*"! ! - - + + ~ ++ --".split(), "typeof ", "typeof ", "void ", "void ", "delete ", "await ")
PARTS = (
    "${CUBE}", "${CUBE}.a", "${CUBE.a}", "${A.a}", "${TABLE}", "${USER_CONTEXT.id.filter('id')}", "${A.sql()}", " '", "--",
    "${SECURITY_CONTEXT.a.unsafeValue()}", "${FILTER_PARAMS.A.a.filter('a')}", "${FILTER_PARAMS.A.a.filter(x => x)}",
    "${SQL_UTILS.convertTz('a')}", "${USER_CONTEXT.id.filter((v) => `id = ${v}`)}", "SELECT ", " FROM t", "$", "/*", ";",
    "\\`", "\\n", "{CUBE}", "?", "%s", "${USER_CONTEXT.id.unsafeValue() === 1 ? 'a' : 'b'}",
)  # fmt: skip
TYPES = tuple("count sum number string time avg min max countDistinct boolean geo none".split())


class Writer:
    """Writes one program; what it wrote so far decides nothing but the names it prefers."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.known: list[str] = []
        self.room = chance.choice((5, 5, 5, 15))
        """Nodes still to be written: a program is small, however its branches fall."""

    def file(self) -> str:
        """A whole file: some statements, and often a cube."""
        parts = []
        if self.room > 5 and self.chance.random() < 0.5:
            parts.append(self.chance.choice(_BEGINNINGS))
            self.known = list("aaffxx")
        parts += [self.statement(2) for _ in range(self.chance.choice((0, 1, 1, 2, 3)))]
        if self.chance.random() < 0.6:
            parts.append(self.cube())
        return "\n".join(parts)

    # Expressions

    def expression(self, depth: int) -> str:
        """Any expression."""
        self.room -= 1
        if depth <= 0 or self.room <= 0 or self.chance.random() < 0.25:
            return self.leaf()
        return self.chance.choice(_EXPRESSIONS)(self, depth - 1)

    def leaf(self) -> str:
        """A literal or a name."""
        chance = self.chance
        if self.known and chance.random() < 0.6:
            return chance.choice(self.known)
        return chance.choice(LITERALS if chance.random() < 0.92 else NAMES)

    def several(self, depth: int) -> str:
        """Items of a list, arguments of a call."""
        spread = ("", "", "", "...")
        count = self.chance.choice((0, 1, 1, 2, 3))
        return ", ".join(self.chance.choice(spread) + self.expression(depth) for _ in range(count))

    def template(self, depth: int) -> str:
        """A template, as the properties of a cube hold them."""
        parts = (self.chance.choice(PARTS) for _ in range(self.chance.choice((0, 1, 2, 3))))
        inner = "${" + self.expression(depth) + "}" if self.chance.random() < 0.4 else ""
        return f"`{''.join(parts)}{inner}`"

    def array(self, depth: int) -> str:
        """A list."""
        return f"[{self.several(depth)}]"

    def object(self, depth: int) -> str:
        """An object."""
        return "{" + ", ".join(self.property(depth) for _ in range(self.chance.choice((0, 1, 1, 2, 3)))) + "}"

    def property(self, depth: int) -> str:
        """A property of any form."""
        key = self.chance.choice(KEYS[:10])
        match self.chance.randrange(10):
            case 0:
                return f"...{self.expression(depth)}"
            case 1:
                return f"[{self.expression(depth)}]: {self.expression(depth)}"
            case 2:
                return self.chance.choice(self.known or list(OWN))
            case 3:
                return f"{self.chance.choice(('', '', '', 'async ', 'get ', '*'))}{key}() {{ {self.statement(1)} }}"
            case 4:
                return f"'{key}': {self.expression(depth)}"
            case _:
                return f"{key}: {self.expression(depth)}"

    def member(self, depth: int) -> str:
        """A member, in each of its forms."""
        base = self.operand(depth)
        if self.chance.random() < 0.3:
            return f"{base}[{self.expression(depth)}]"
        key = self.chance.choice(KEYS[:13])
        return f"{base}{self.chance.choice(('.', '.', '?.'))}{key}"

    def method(self, depth: int) -> str:
        """For instance `a.map(b)`."""
        given = self.function(depth) if self.chance.random() < 0.4 else self.several(depth)
        return f"{self.operand(depth)}.{self.chance.choice(METHODS)}({given})"

    def call(self, depth: int) -> str:
        """For instance `f(a)`."""
        return f"{self.chance.choice(GLOBAL)}({self.several(depth)})"

    def operand(self, depth: int) -> str:
        """What may stand before a `.`."""
        inner = self.expression(depth)
        return inner if inner.isidentifier() or inner[:1] in "['`" else f"({inner})"

    def function(self, depth: int) -> str:
        """A function, which knows its parameters."""
        names = self.chance.sample(OWN, self.chance.choice((0, 1, 1, 2)))
        before = list(self.known)
        self.known += names
        given = ", ".join(self.chance.choice(("", "", "", "...")) + name for name in names)
        if self.chance.random() < 0.7:
            made = f"({given}) => {self.operand(depth)}"
        else:
            word = self.chance.choice(
                (
                    "function ",
                    "function f",
                    "function ",
                    "function g",
                    "async function ",
                    "async function ",
                    "function* ",
                )
            )
            made = f"{word}({given}) {{ {self.statement(depth)} return {self.expression(depth)}; }}"
        self.known = before
        return made

    def binary(self, depth: int) -> str:
        """For instance `a + b`."""
        return f"({self.expression(depth)}) {self.chance.choice(BINARY)} ({self.expression(depth)})"

    def unary(self, depth: int) -> str:
        """For instance `!a`."""
        return f"{self.chance.choice(UNARY)}{self.operand(depth)}"

    def conditional(self, depth: int) -> str:
        """For instance `a ? b : c`."""
        return f"({self.expression(depth)} ? {self.expression(depth)} : {self.expression(depth)})"

    def assign(self, depth: int) -> str:
        """For instance `a.b = c`, `[a, b] = c`."""
        name = self.chance.choice(self.known or OWN)
        target = name if self.chance.random() < 0.5 else f"{name}.{self.chance.choice(KEYS[:9])}"
        if self.chance.random() < 0.1:
            target = self.target(depth)
        sign = self.chance.choice(("=", "=", "+=", "||=", "??=", "**="))
        return f"({target} {sign} {self.expression(depth)})"

    # Statements

    def target(self, depth: int) -> str:
        """What a declaration makes names of."""
        names = self.chance.sample(OWN, 2)
        self.known += names
        match self.chance.randrange(8):
            case 0:
                return f"[{names[0]}, ...{names[1]}]"
            case 1:
                return f"{{{names[0]}, ...{names[1]}}}"
            case 2:
                return f"{{a: {names[0]} = {self.expression(depth)}, [{self.leaf()}]: {names[1]}}}"
            case _:
                return names[0]

    def statement(self, depth: int) -> str:
        """Any statement."""
        if self.room <= 0:
            return ";"
        return self.chance.choice(_STATEMENTS)(self, depth)

    def declaration(self, depth: int) -> str:
        """For instance `const a = b;`."""
        value = self.expression(depth + 1)
        export = "export " if self.chance.random() < 0.05 else ""
        return f"{export}{self.chance.choice(('const', 'let', 'var'))} {self.target(depth)} = {value};"

    def plain(self, depth: int) -> str:
        """For instance `a;`."""
        return f"({self.expression(depth + 1)});"

    def flow(self, depth: int) -> str:
        """Loops, branches, and what leaves them."""
        inner = self.statement(depth - 1) if depth > 0 else ";"
        value = self.expression(depth)
        name = self.chance.choice(OWN)
        forms = (
            f"if ({value}) {{ {inner} }} else {inner}",
            f"for (const {name} of {value}) {{ {inner} }}",
            f"for (const {name} in {value}) {{ {inner} }}",
            f"for (let i = 0; i < {self.chance.choice(('3', '10', '1e9', 'x.length'))}; i++) {{ {inner} }}",
            f"while ({value}) {{ {inner} break; }}",
            f"function {name}({name}, b = {value}) {{ {inner} return {self.expression(depth)}; }}",
            f"try {{ {inner} }} catch (e) {{ {inner} }}",
            f"switch ({value}) {{ case 1: {inner} default: }}",
            f"throw {value};",
            f"asyncModule(async () => {{ {inner} }});",
            f"{{ {inner} }}",
        )
        return self.chance.choice(forms)

    def modules(self, depth: int) -> str:
        """Imports and exports."""
        forms = (
            "import { a, b as c } from './lib';", "import a from './lib';", "export { a, b as default };",
            "export * from './lib';",
            f"export default {self.expression(depth)};", f"module.exports = {self.expression(depth)};",
            "const { a, b } = require('./lib');", "import './A';", "addExport({ a: 1 });", "export { a } from './lib';",
        )  # fmt: skip
        return self.chance.choice(forms)

    # Cubes

    def cube(self) -> str:
        """A cube or a view, most of whose properties exist."""
        chance = self.chance
        self.room = max(self.room, 10)
        made = [f"sql: {self.value()}"] if chance.random() < 0.8 else []
        if chance.random() < 0.6:
            made.append(
                f"dimensions: {{ a: {{ sql: {self.value()}, type: `{chance.choice(TYPES)}`, primaryKey: true }} }}"
            )
        if chance.random() < 0.4:
            made.append(
                f"measures: {{ c: {{ type: `{chance.choice(TYPES)}`, sql: {self.value()} }}, b: {self.object(1)} }}"
            )
        if chance.random() < 0.5:
            made.append(f"{chance.choice(_PROPERTIES)}: {self.expression(2)}")
        if chance.random() < 0.1:
            made.append(f"extends: {self.leaf()}")
        kind = chance.choice(("cube", "cube", "cube", "cube", "cube", "view", "context"))
        name = chance.choice(("`A`", "`A`", "`A`", "'B'", "`${a}`", self.leaf()))
        return f"{kind}({name}, {{ {', '.join(made)} }});"

    def value(self) -> str:
        """The value of a property that holds SQL."""
        return self.template(1) if self.chance.random() < 0.8 else self.expression(2)


_PROPERTIES = tuple(
    "title joins segments preAggregations dataSource sqlTable sqlAlias refreshKey meta shown public accessPolicy drillMembers "
    "hierarchies rewriteQueries cubes includes excludes description measures dimensions".split()
)  # fmt: skip
_BEGINNINGS = (
    "const a = [1, 'b', { c: 1 }], f = (x) => x; let x = 'abc';",
    "const a = { b: { c: [1, 2] }, f() { return 1; } }; function f(x, y = 2) { return `${x}`; } let x = 3;",
    "var a = [3, 1, 2], x = { a }; const f = (...x) => x.length;",
)
"""Names for the rest of a program to use, so that it gets further than the first of them."""
_EXPRESSIONS: tuple[Callable[[Writer, int], str], ...] = (
    Writer.array, Writer.object, Writer.member, Writer.method, Writer.method, Writer.method, Writer.call, Writer.call,
    Writer.function, Writer.binary, Writer.unary, Writer.conditional, Writer.assign, Writer.template,
)  # fmt: skip
_STATEMENTS: tuple[Callable[[Writer, int], str], ...] = (
    Writer.declaration, Writer.declaration, Writer.declaration, Writer.plain, Writer.plain, Writer.flow, Writer.flow,
    Writer.modules,
)  # fmt: skip


def program(chance: Random) -> str:
    """The text of a small model file."""
    return Writer(chance).file()
