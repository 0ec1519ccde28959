"""The values a model computes with. No value is, holds or reaches an object of the host.

A value is one of: `UNDEFINED`, `None` (null), `bool`, `float` (every number), `str`, `Rope`, `Array`, `Object`,
`Function`, `Builtin`, `Factory`, `Lazy`, `Symbol`.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias, Union, dataclass_transform

import msgspec

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter
    from cubeproof.evaluate.scope import Scope


class Undefined(msgspec.Struct, frozen=True):
    """The value of what is not there."""


UNDEFINED: Final = Undefined()


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Hole(msgspec.Struct, frozen=True, kw_only=True):
    """A typed gap in a text, filled when SQL is written. Its kinds are the parts of SQL in `lower/sql.py`."""

    span: Span


class Rope(msgspec.Struct, frozen=True):
    """A text with at least one hole: runs of text (never empty, never two in a row) and holes, in order."""

    pieces: tuple[str | Hole, ...]


class Symbol:
    """A name that means something inside SQL: a cube, a member, a claim, and so on.

    Subclasses live in `lower/`. The interpreter knows these questions and nothing else; what a symbol
    cannot answer it raises as `Refusal`.
    """

    def member(self, name: str, span: Span) -> "Value":
        """`symbol.name`, `symbol['name']`; also for methods, which come back as a `Builtin`."""
        raise Refusal(f"`{name}` cannot be read here", span)

    def hole(self, span: Span) -> "str | Hole | Rope":
        """What stands for the symbol where it becomes text: `${symbol}`, `symbol + 'x'`, `[symbol].join()`."""
        raise Refusal("this cannot be part of a text", span)

    def compare(self, operator: str, other: "Value", span: Span) -> "Test | bool":
        """A condition on the symbol: `===` or `==` with a value, `truthy`, or `typeof` with the name of a type.

        `!==` and `!=` are asked as `===` and `==`, so that a condition and its opposite are one question.
        """
        raise Refusal("this cannot be compared: its value is known to the database alone", span)

    def value(self, span: Span) -> "Value":
        """The plain value, where nothing else will do: a key, arithmetic, `<`, a list to go through.

        A symbol whose value is fixed by the caller raises `NeedsCaller`.
        """
        raise Refusal("this is no plain value: it is known to the database alone", span)

    def is_list(self, span: Span) -> bool:
        """`Array.isArray(symbol)`: of the plain value, unless a symbol knows without having one."""
        return isinstance(self.value(span), Array)


class Test(msgspec.Struct, frozen=True, kw_only=True):
    """A condition that only a caller or a query can decide. Forcing asks an oracle for the outcome.

    `subject` is a hole (a claim's value, a FILTER_PARAMS); `operator` as for `Symbol.compare`.
    """

    subject: Hole
    operator: str
    value: str | float | bool | None | Undefined = UNDEFINED
    as_text: bool = False
    """The text of the subject is compared, as in `` `${claim.unsafeValue()}` === '42' ``, not its value."""


class Refusal(Exception):
    """What cannot be done with a value; becomes a diagnostic at its place.

    `reported` says that the cause has been reported already: the failure stands, saying it again would be noise.
    `related` collects the calls it came through, innermost first.
    """

    def __init__(self, message: str, span: Span, help: str | None = None, code: str = "E220") -> None:
        super().__init__(message)
        self.message, self.span, self.help, self.code = message, span, help, code
        self.reported = False
        self.related: tuple[Related, ...] = ()

    def diagnostic(self, cube: str | None = None) -> Diagnostic:
        """The refusal as an error at its place."""
        return Diagnostic(
            code=self.code,
            message=self.message,
            span=self.span,
            help=self.help,
            cube=cube,
            related=self.related,
        )


def told(span: Span) -> Refusal:
    """The refusal of a whole whose parts failed, each of which has been reported."""
    refusal = Refusal("a part of this has no value", span)
    refusal.reported = True
    return refusal


class Exhausted(Refusal):
    """A limit is reached: nothing further of the same evaluation is worth reporting."""


class NeedsCaller(Exception):
    """Raised by a symbol whose value is wanted as such: the template can only be forced for a caller at hand."""


class Array:
    """A list: mutable, compared by identity."""

    __slots__ = ("frozen", "gaps", "items")

    def __init__(self, items: "list[Value]", *, gaps: bool = False) -> None:
        self.items = items
        self.gaps = gaps
        """Some of the items are not there, as in `[1, , 2]`: they read as undefined, and what tells the two apart is refused."""
        self.frozen = False


class Match(Array):
    """What a regular expression found: the whole, then its groups; beside them where, in what, and by name."""

    __slots__ = ("extra",)

    def __init__(self, items: "list[Value]", index: float, text: str, groups: "Value") -> None:
        super().__init__(items)
        self.extra: dict[str, Value] = {"index": index, "input": text, "groups": groups}


class Slot(msgspec.Struct):
    """What an object holds under a key: the value, and where key and value were written."""

    value: "Value"
    key_span: Span
    value_span: Span


class Object:
    """A plain object: keys in the order of the language (integer keys first, then as inserted), no prototype."""

    __slots__ = ("broken", "duplicates", "frozen", "slots")

    def __init__(self, slots: dict[str, Slot] | None = None) -> None:
        self.slots: dict[str, Slot] = slots if slots is not None else {}
        self.duplicates: tuple[tuple[str, Span], ...] = ()
        """Keys written a second time in one literal, and where."""
        self.broken: tuple[str, ...] = ()
        """Keys that are missing because their values failed, which has been reported; `*` for unknown ones."""
        self.frozen = False

    def get(self, key: str) -> Slot | None:
        """What is under one key of its own."""
        return self.slots.get(key)


class Exports(Object):
    """What a file exports by name; while the file is `running`, what is not there yet is no undefined."""

    __slots__ = ("running",)

    def __init__(self) -> None:
        super().__init__()
        self.running = True


class Function:
    """A closure over its scope."""

    __slots__ = ("node", "scope")

    def __init__(self, node: ast.Function, scope: "Scope") -> None:
        self.node, self.scope = node, scope


class Native(Symbol):
    """A function or name space of the language (`Object`, `String`, `require`): called with an interpreter."""

    __slots__ = ("function", "members", "name")

    def __init__(
        self,
        name: str,
        function: "Callable[[Interpreter, list[Value], Span], Value] | None" = None,
        members: "Mapping[str, Value] | None" = None,
    ) -> None:
        self.name, self.function, self.members = name, function, members or {}

    def member(self, name: str, span: Span) -> "Value":
        """One of its members; any other is not supported."""
        if name in self.members:
            return self.members[name]
        if name in PROTOTYPES:
            raise out_of_reach(name, span)
        why = _NOT_GIVEN.get(f"{self.name}.{name}")
        raise Refusal(f"`{self.name}.{name}` is not supported", span, code="E207", help=why)

    def hole(self, span: Span) -> "str | Hole | Rope":
        """A function has no text."""
        raise Refusal(f"the function `{self.name}` cannot be part of a text", span, code="E213")

    def compare(self, operator: str, other: "Value", span: Span) -> "Test | bool":
        """Equal to itself alone."""
        if operator == "truthy":
            return True
        if operator == "typeof":
            return other == ("function" if self.function else "object")
        return (other is self) == (operator in ("===", "=="))

    def value(self, span: Span) -> "Value":
        """A function is no plain value."""
        raise Refusal(f"the function `{self.name}` cannot stand here", span, code="E213")


PROTOTYPES: Final = frozenset(
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor defineProperty "
    "defineProperties getPrototypeOf isPrototypeOf prototype setPrototypeOf".split()
)
"""Names that lead to what all values share, or to the code of accessors."""
_NOT_GIVEN: Final = {
    "Math.random": "a model means the same each time it is read: write the number",
    "Math.log": "its last digit differs between hosts: write the number",
}


def out_of_reach(name: str, span: Span) -> Refusal:
    """The refusal of a way to what the language shares between all values."""
    return Refusal(
        f"`{name}` is out of reach of a model", span, code="E226",
        help="use own keys of plain objects: `{...object}`, `Object.keys(object)`",
    )  # fmt: skip


def not_yet(name: str, span: Span) -> Refusal:
    """The refusal of an export that its file has not come to."""
    return Refusal(
        f"`{name}` has no value yet: the file that exports it imports this one in turn", span, code="E233",
        help="use it in a function that is called later, or move what both files need to a third one",
    )  # fmt: skip


class Declaring(Native):
    """`cube`, `view`, `context`: while its arguments are evaluated, a property that fails goes to `report`."""

    __slots__ = ("report",)

    def __init__(
        self,
        name: str,
        function: "Callable[[Interpreter, list[Value], Span], Value]",
        report: "Callable[[Refusal], None]",
    ) -> None:
        super().__init__(name, function)
        self.report = report


class Promise(Symbol):
    """What a call of an `async` function gives: only `await` gets the value out."""

    __slots__ = ("result",)

    def __init__(self, result: "Value") -> None:
        self.result = result

    def member(self, name: str, span: Span) -> "Value":
        """`.then` and the like are not there."""
        raise Refusal("only `await` can be done with the result of an `async` function", span, code="E209")

    def hole(self, span: Span) -> "str | Hole | Rope":
        """Never what was meant."""
        raise Refusal("`await` is missing: this is the result of an `async` function", span, code="E213")

    def compare(self, operator: str, other: "Value", span: Span) -> "Test | bool":
        """Never what was meant."""
        raise Refusal("`await` is missing: this is the result of an `async` function", span, code="E213")

    def value(self, span: Span) -> "Value":
        """Never what was meant."""
        raise Refusal("`await` is missing: this is the result of an `async` function", span, code="E213")


class TypeOf(Symbol):
    """`typeof symbol`, to be compared with a text."""

    __slots__ = ("subject",)

    def __init__(self, subject: Symbol) -> None:
        self.subject = subject

    def hole(self, span: Span) -> "str | Hole | Rope":
        """Not known before the symbol is."""
        raise Refusal("`typeof` of a name of SQL can only be compared with a text", span, code="E221")

    def compare(self, operator: str, other: "Value", span: Span) -> "Test | bool":
        """`typeof symbol === 'string'`."""
        if operator == "truthy":
            return True
        return self.subject.compare("typeof", other, span) if isinstance(other, str) else False


class Thrown(Symbol):
    """`new Error('…')`: what a model throws."""

    __slots__ = ("message", "name")

    def __init__(self, name: str, message: "str | Rope") -> None:
        self.name, self.message = name, message

    def member(self, name: str, span: Span) -> "Value":
        """Its message and its name."""
        if name in ("message", "name"):
            return self.message if name == "message" else self.name
        raise Refusal(f"`{name}` of an error is not supported yet", span, code="E207")

    def hole(self, span: Span) -> "str | Hole | Rope":
        """`TypeError: message`."""
        if isinstance(self.message, Rope):
            return Rope((f"{self.name}: ", *self.message.pieces))
        return f"{self.name}: {self.message}" if self.message else self.name

    def compare(self, operator: str, other: "Value", span: Span) -> "Test | bool":
        """Equal to itself alone."""
        if operator == "truthy":
            return True
        if operator == "typeof":
            return other == "object"
        return (other is self) == (operator in ("===", "=="))


class Builtin(msgspec.Struct, frozen=True, eq=False):
    """A function of ours: called with its arguments and the place of the call."""

    name: str
    call: "Callable[[list[Value], Span], Value]"


class Factory(msgspec.Struct, frozen=True, eq=False):
    """`cube({…})` without a name: something to extend. Calling it, `Base()`, gives the same."""

    body: Object
    span: Span


class Lazy(msgspec.Struct, frozen=True, eq=False):
    """A property value that is a template: not evaluated yet, and the scope it will be evaluated in.

    Laziness is decided by the place of the property in the source (`evaluate/laziness.py`).
    """

    expression: ast.Expression
    scope: "Scope"


Value: TypeAlias = Union[
    Undefined, None, bool, float, str, Rope, Array, Object, Function, Builtin, Factory, Lazy, Symbol
]  # fmt: skip

Known: TypeAlias = Mapping[str, Value]
"""Names that stand between a lazy expression and its scope: they win over the module's own constants."""

Reporter: TypeAlias = Callable[[Refusal], None]
"""Where the failure of one part goes, so that the others are still looked at."""

Oracle: TypeAlias = Callable[[Test], bool]
"""Who decides a test while a template is forced."""
