"""The syntax tree of a model file: what was typed, nothing about what it means.

Nodes are closed unions (`Expression`, `Pattern`, `Statement`); a `match` over one ends in `assert_never`.
Parentheses leave no node. Text and numbers are already decoded. Automatic semicolons are already inserted.
"""

from typing import Literal, TypeAlias, Union, dataclass_transform

import msgspec

from cubeproof.source import Source, Span


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of syntax and its place."""

    span: Span


# Expressions


class Name(Node):
    """`CUBE`, `undefined`, `this`: an identifier where a value (or, in a pattern, a binding) stands."""

    id: str


class Text(Node):
    """`'status'`, `"status"`: decoded."""

    value: str


class Number(Node):
    """`42`, `0x2a`, `1e3`."""

    value: float


class Boolean(Node):
    """`true`, `false`."""

    value: bool


class Null(Node):
    """`null`."""


class Regex(Node):
    """`/^a+$/i`: pattern and flags, as typed."""

    pattern: str
    flags: str


class Chunk(Node):
    r"""A run of text inside a template, decoded (`\`` is a back-tick, CRLF a line feed)."""

    value: str


class Interpolation(Node):
    """`${expression}`: the span runs from `$` to `}`."""

    expression: "Expression"


class Template(Node):
    """`` `SELECT ${x}` ``: chunks and interpolations in order; empty chunks are left out."""

    parts: tuple[Chunk | Interpolation, ...]


class Spread(Node):
    """`...argument`, in an array, an object or a call."""

    argument: "Expression"


class Array(Node):
    """`[a, ...b]`; a hole is None."""

    elements: tuple[Union["Expression", Spread, None], ...]


class Property(Node):
    """`key: value`, `key`, `[key]: value`, `` `key`: value ``, `key() {}`.

    A plain or quoted key, or a template without interpolation, is a `Text`; anything else is a computed key.
    """

    key: "Expression"
    computed: bool
    shorthand: bool
    value: "Expression"


class Object(Node):
    """`{a: 1, ...b}`."""

    properties: tuple[Property | Spread, ...]
    lost: tuple[str, ...] = ()
    """Keys of properties that could not be read, which has been reported; `*` where even the key could not."""


class Member(Node):
    """`object.name`, `object?.name`; `name_span` is the place of the name alone."""

    object: "Expression"
    name: str
    name_span: Span
    optional: bool


class Index(Node):
    """`object[index]`, `object?.[index]`."""

    object: "Expression"
    index: "Expression"
    optional: bool


class Call(Node):
    """`callee(arguments)`, `callee?.(arguments)`."""

    callee: "Expression"
    arguments: tuple[Union["Expression", Spread], ...]
    optional: bool


class New(Node):
    """`new Error('…')`: the parser lets only built-in classes through that an evaluator may know."""

    callee: str
    arguments: tuple[Union["Expression", Spread], ...]


class Unary(Node):
    """`!x`, `-x`, `+x`, `~x`, `typeof x`, `void x`, `delete x.y`."""

    operator: Literal["!", "-", "+", "~", "typeof", "void", "delete"]
    operand: "Expression"


class Update(Node):
    """`i++`, `--i`."""

    operator: Literal["++", "--"]
    prefix: bool
    target: "Expression"


class Binary(Node):
    """`left operator right`: arithmetic, comparison, bits, `in`, `instanceof`."""

    operator: str
    left: "Expression"
    right: "Expression"


class Logical(Node):
    """`left && right`, `||`, `??`: the right side may not be evaluated."""

    operator: Literal["&&", "||", "??"]
    left: "Expression"
    right: "Expression"


class Conditional(Node):
    """`test ? then : otherwise`."""

    test: "Expression"
    then: "Expression"
    otherwise: "Expression"


class Assign(Node):
    """`target operator value`, operator `=`, `+=`, `||=` …; a destructuring target is a pattern."""

    operator: str
    target: Union["Pattern", Member, Index]
    value: "Expression"


class Sequence(Node):
    """`a, b`: the value of the last."""

    expressions: tuple["Expression", ...]


class Function(Node):
    """`(a, {b}) => body`, `function name(a) {…}`, a method: the body is a block or, for arrows, an expression."""

    name: str | None
    parameters: tuple["Pattern", ...]
    body: Union["Block", "Expression"]
    arrow: bool
    asynchronous: bool


class Await(Node):
    """`await argument`."""

    argument: "Expression"


Expression: TypeAlias = Union[
    Name, Text, Number, Boolean, Null, Regex, Template, Array, Object, Member, Index, Call, New, Unary, Update,
    Binary, Logical, Conditional, Assign, Sequence, Function, Await,
]  # fmt: skip


# Patterns


class Default(Node):
    """`target = value` inside a pattern or a parameter list."""

    target: "Pattern"
    value: Expression


class Rest(Node):
    """`...target` at the end of a pattern or a parameter list."""

    target: "Pattern"


class ArrayPattern(Node):
    """`[a, , b = 1, ...c]`; a skipped place is None."""

    elements: tuple[Union["Pattern", None], ...]


class PatternProperty(Node):
    """`key: target`, `key`, `[key]: target` inside an object pattern."""

    key: Expression
    computed: bool
    target: "Pattern"


class ObjectPattern(Node):
    """`{a, b: c = 1, ...rest}`."""

    properties: tuple[PatternProperty | Rest, ...]


Pattern: TypeAlias = Union[Name, Default, Rest, ArrayPattern, ObjectPattern, Member, Index]
"""`Member` and `Index` occur only as targets of a destructuring assignment."""


# Statements


class ExpressionStatement(Node):
    """`cube(…);`."""

    expression: Expression


class Declarator(Node):
    """`target = value` in a declaration; value is None where none is given."""

    target: Pattern
    value: Expression | None


class Declaration(Node):
    """`const a = 1, {b} = c;`."""

    kind: Literal["const", "let", "var"]
    declarators: tuple[Declarator, ...]


class FunctionDeclaration(Node):
    """`function name() {…}`, `async function name() {…}`."""

    function: Function


class Block(Node):
    """`{ … }`."""

    body: tuple["Statement", ...]


class If(Node):
    """`if (test) then else otherwise`."""

    test: Expression
    then: "Statement"
    otherwise: Union["Statement", None]


class For(Node):
    """`for (start; test; step) body`."""

    start: Union[Declaration, Expression, None]
    test: Expression | None
    step: Expression | None
    body: "Statement"


class ForEach(Node):
    """`for (const target of values) body`, `for (const key in object) body`; kind is None for an assignment target."""

    kind: Literal["const", "let", "var"] | None
    target: Pattern
    over: Literal["of", "in"]
    values: Expression
    body: "Statement"


class Return(Node):
    """`return value;`."""

    value: Expression | None


class Throw(Node):
    """`throw value;`."""

    value: Expression


class Break(Node):
    """`break;`."""


class Continue(Node):
    """`continue;`."""


class Empty(Node):
    """`;`."""


class Specifier(Node):
    """`name as alias` in an import or export list; a default import has the name `default`."""

    name: str
    alias: str


class Import(Node):
    """`import a, {b as c} from './module';`; without specifiers for `import './module'`."""

    specifiers: tuple[Specifier, ...]
    module: Text


class Export(Node):
    """`export const …`, `export function …`, `export {a as b}`, `export {a} from './m'`, `export default value`."""

    declaration: Union[Declaration, FunctionDeclaration, None]
    specifiers: tuple[Specifier, ...]
    module: Text | None
    default: Union[Expression, None]


Statement: TypeAlias = Union[
    ExpressionStatement, Declaration, FunctionDeclaration, Block, If, For, ForEach, Return, Throw, Break,
    Continue, Empty, Import, Export,
]  # fmt: skip


class File(Node):
    """One model file; statements that could not be read are missing, and diagnostics say so."""

    source: Source
    body: tuple[Statement, ...]
    lost: tuple[str, ...] = ()
    """Names that statements which could not be read would have made, as far as can be told."""
