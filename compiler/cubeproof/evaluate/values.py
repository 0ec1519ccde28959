"""The values a model computes with. No value is, holds or reaches an object of the host.

A value is one of: `UNDEFINED`, `None` (null), `bool`, `float` (every number), `str`, `Rope`, `Array`, `Object`,
`Function`, `Builtin`, `Factory`, `Lazy`, `Symbol`.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias, Union

import msgspec

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.scope import Scope


class Undefined(msgspec.Struct, frozen=True):
    """The value of what is not there."""


UNDEFINED: Final = Undefined()


class Hole(msgspec.Struct, frozen=True, kw_only=True):
    """A typed gap in a text, filled when SQL is written. Its kinds are the parts of SQL in `lower/sql.py`."""

    span: Span


class Rope(msgspec.Struct, frozen=True):
    """A text with at least one hole: runs of text (never empty, never two in a row) and holes, in order."""

    pieces: tuple[str | Hole, ...]


class Symbol:
    """A name that means something inside SQL: a cube, a member, a claim, `FILTER_PARAMS` …

    Subclasses live in `lower/`. The interpreter knows these three questions and nothing else; what a symbol
    cannot answer it raises as `Refusal`.
    """

    def member(self, name: str, span: Span) -> "Value":
        """`symbol.name`, `symbol['name']`; also for methods, which come back as a `Builtin`."""
        raise Refusal(f"`{name}` cannot be read here", span)

    def hole(self, span: Span) -> "str | Hole | Rope":
        """What stands for the symbol where it becomes text: `${symbol}`, `symbol + 'x'`, `[symbol].join()`."""
        raise Refusal("this cannot be part of a text", span)

    def compare(self, operator: str, other: "Value", span: Span) -> "Test | bool":
        """A condition on the symbol: `===`, `!==`, `==`, `!=` with a value, or `truthy`, or `typeof` with a string."""
        raise Refusal("this cannot be compared: its value is known to the database alone", span)


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

    def __init__(self, message: str, span: Span, help: str | None = None, code: str = "E220") -> None:  # noqa: A002
        super().__init__(message)
        self.message, self.span, self.help, self.code = message, span, help, code
        self.reported = False
        self.related: tuple[Related, ...] = ()

    def diagnostic(self, cube: str | None = None) -> Diagnostic:
        """The refusal as an error at its place."""
        return Diagnostic(
            code=self.code, message=self.message, span=self.span, help=self.help, cube=cube, related=self.related
        )


class NeedsCaller(Exception):
    """Raised by a symbol whose value is wanted as such: the template can only be forced for a caller at hand."""


class Array:
    """A list: mutable, compared by identity."""

    __slots__ = ("items",)

    def __init__(self, items: "list[Value]") -> None:
        self.items = items


class Slot(msgspec.Struct):
    """What an object holds under a key: the value, and where key and value were written."""

    value: "Value"
    key_span: Span
    value_span: Span


class Object:
    """A plain object: keys in the order of the language (integer keys first, then as inserted), no prototype."""

    __slots__ = ("duplicates", "slots")

    def __init__(self, slots: dict[str, Slot] | None = None) -> None:
        self.slots: dict[str, Slot] = slots if slots is not None else {}
        self.duplicates: tuple[tuple[str, Span], ...] = ()
        """Keys written a second time in one literal, and where."""


class Function:
    """A closure over its scope."""

    __slots__ = ("node", "scope")

    def __init__(self, node: ast.Function, scope: "Scope") -> None:
        self.node, self.scope = node, scope


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

Oracle: TypeAlias = Callable[[Test], bool]
"""Who decides a test while a template is forced."""
