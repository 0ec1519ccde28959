"""One evaluation: its budget, its oracle, and the questions that every part of the language asks.

Knows which function evaluates which node, and no node itself; does not know files, cubes or SQL.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cubeproof.evaluate import access, coerce, expressions, functions, operators, ropes
from cubeproof.evaluate.limits import CHARACTERS_PER_STEP, Limits
from cubeproof.evaluate.ropes import TextLike
from cubeproof.evaluate.scope import NO_THIS
from cubeproof.evaluate.special import Pattern
from cubeproof.evaluate.values import (
    UNDEFINED,
    Array,
    Builtin,
    Exhausted,
    Factory,
    Function,
    Known,
    Lazy,
    Object,
    Oracle,
    Refusal,
    Reporter,
    Rope,
    Symbol,
    Test,
    Undefined,
    Value,
)
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.scope import Bound, Scope

T = TypeVar("T", bound="Array | Object | Pattern")


class Interpreter:
    """Evaluates nodes under one budget; short-lived, one for each file and each forcing.

    `keep` is the reason of a forcing: what is changed then must have been made then, because one template is
    forced many times, for many callers, and may not remember any of them.
    """

    __slots__ = ("depth", "keep", "known", "limits", "made", "oracle", "report", "steps")

    def __init__(
        self, limits: Limits, steps: int, oracle: Oracle | None = None, *, keep: bool = False
    ) -> None:
        self.limits, self.steps, self.oracle, self.keep = limits, steps, oracle, keep
        self.depth = 0
        self.known: Known = {}
        """While a template is forced, the names that it knows."""
        self.made: dict[int, Array | Object | Pattern] = {}
        self.report: Reporter | None = None
        """Where the failure of one part goes: a property or an item in a declaration, a `${…}` in a template."""

    # Nodes

    def value(self, node: ast.Expression, scope: "Scope") -> Value:
        """Evaluate an expression."""
        self.steps -= 1
        if self.steps < 0:
            raise self.exhausted(node.span)
        self.deeper(1, node.span)
        result = EXPRESSIONS[type(node)](self, node, scope)
        self.depth -= 1
        return result

    def invoke(self, callee: Value, arguments: list[Value], span: Span, this: "Bound" = NO_THIS) -> Value:
        """Call a function with positional arguments."""
        return functions.invoke(self, callee, arguments, span, this)

    def part_failed(self, refusal: Refusal, depth: int) -> bool:
        """Report what one of several parts could not do, so that the others are looked at; else raise it again."""
        if self.report is None or isinstance(refusal, Exhausted):
            raise refusal
        self.report(refusal)
        self.depth = depth
        return True

    # Budget

    def exhausted(self, span: Span) -> Exhausted:
        """The refusal of an evaluation that takes too long."""
        return Exhausted(
            "this takes too many steps to compute", span, code="E210",
            help="a model is evaluated under a budget; look for a loop or recursion that does not end",
        )  # fmt: skip

    def deeper(self, levels: int, span: Span) -> None:
        """Go down; whoever returns goes up again, and a refusal ends the evaluation or resets `depth`."""
        self.depth += levels
        if self.depth > self.limits.depth:
            raise Exhausted(
                "this nests or calls itself too deep", span, code="E211",
                help="go through a list with `.map` or a loop in place of recursion",
            )  # fmt: skip

    def spend(self, steps: int, span: Span) -> None:
        """Pay for work that is not a node, before it is done."""
        self.steps -= steps
        if self.steps < 0:
            raise self.exhausted(span)

    def text(self, text: TextLike, span: Span) -> TextLike:
        """Pay for a new text."""
        self.reserve(ropes.length(text), span)
        return text

    def reserve(self, characters: int, span: Span) -> None:
        """Pay for a text of so many characters."""
        if characters > self.limits.text:
            message = f"this text would be longer than {self.limits.text:,} characters"
            raise Exhausted(message, span, code="E212")
        self.spend(characters // CHARACTERS_PER_STEP, span)

    def look(self, text: str, span: Span) -> None:
        """Pay for going through a text; positions are dear where they are not those of characters."""
        if len(text) >= CHARACTERS_PER_STEP:
            self.spend(len(text) // (CHARACTERS_PER_STEP if text.isascii() else 4), span)

    def size(self, items: int, span: Span) -> None:
        """Pay for a list or object of so many items."""
        if items > self.limits.items:
            message = f"this would hold more than {self.limits.items:,} items"
            raise Exhausted(message, span, code="E212")
        self.spend(items, span)

    def array(self, items: list[Value], span: Span) -> Array:
        """A new list, paid for."""
        self.size(len(items), span)
        return self.own(Array(items))

    # Change

    def own(self, made: T) -> T:
        """Note that a list or object was made by this evaluation."""
        if self.keep:
            self.made[id(made)] = made
        return made

    def change(self, target: Array | Object | Pattern, span: Span) -> None:
        """Ask before a list or object is changed."""
        if target.frozen:
            raise Refusal("this is frozen and cannot be changed", span, code="E202")
        if self.keep and id(target) not in self.made:
            raise self.outside(span)

    def outside(self, span: Span) -> Refusal:
        """The refusal of a template that would remember something."""
        return Refusal(
            "a template cannot change what was made outside of it", span, code="E223",
            help="it is evaluated more than once: compute the value before, and only use it here",
        )  # fmt: skip

    # Questions

    def decide(self, outcome: Test | bool, span: Span) -> bool:
        """The outcome of a condition; a test is put to the oracle."""
        if isinstance(outcome, bool):
            return outcome
        if self.oracle is None:
            raise Refusal(
                "this condition depends on a caller or a query, which is not known here", span, code="E221"
            )
        return self.oracle(outcome)

    def truthy(self, value: Value, span: Span) -> bool:
        """`!!value`."""
        if isinstance(value, Symbol):
            return self.decide(value.compare("truthy", UNDEFINED, span), span)
        if isinstance(value, Rope):
            if len(value.pieces) > 1:
                return True
            return self.decide(self.test(value, "truthy", UNDEFINED, span), span)
        return coerce.truthy(value)

    def equal(self, operator: str, left: Value, right: Value, span: Span) -> bool:
        """`left === right` and the like."""
        return operators.equal(self, operator, left, right, span)

    def test(self, text: Rope, operator: str, other: Value, span: Span) -> Test:
        """A condition on a text that is one hole and nothing else."""
        hole = text.pieces[0]
        if len(text.pieces) > 1 or isinstance(hole, str):
            raise self.holes(span)
        if other is None or isinstance(other, Undefined | bool | float | str):
            return Test(subject=hole, operator=operator, value=other, as_text=True)
        raise self.holes(span)

    def holes(self, span: Span) -> Refusal:
        """The refusal of what only a text without holes can do."""
        return Refusal(
            "this text holds SQL that is not known yet, so it can only be joined with other text", span, code="E222",
            help="do this to the plain text, before it is put together with names of SQL",
        )  # fmt: skip

    def plain(self, value: Value, span: Span) -> Value:
        """The value itself, of a symbol the plain value behind it."""
        return value.value(span) if isinstance(value, Symbol) else value

    def primitive(self, value: Value, span: Span) -> "coerce.Primitive | Rope":
        """What an operator works on: lists and objects as text."""
        value = self.plain(value, span)
        if isinstance(value, Array | Object | Function | Builtin | Factory | Lazy | Symbol):
            return self.as_text(value, span)
        return value

    def number(self, value: Value, span: Span) -> float:
        """`Number(value)`."""
        primitive = self.primitive(value, span)
        if isinstance(primitive, Rope):
            raise self.holes(span)
        if isinstance(primitive, str):
            self.look(primitive, span)
        return coerce.primitive_number(primitive)

    def as_text(self, value: Value, span: Span) -> TextLike:
        """`String(value)`, symbols as the holes they stand for."""
        match value:
            case str() | Rope():
                return value
            case Symbol():
                return ropes.text_of((value.hole(span),))
            case Array():
                return self.joined(value, ",", span)
            case Object():
                if "toString" in value.slots or "valueOf" in value.slots:
                    raise Refusal("an object with its own `toString` is not supported yet", span, code="E209")
                return "[object Object]"
            case Function() | Builtin() | Factory() | Lazy():
                raise Refusal(f"{coerce.kind(value)} cannot be part of a text", span, code="E213")
            case _:
                return coerce.primitive_text(value)

    def joined(self, array: Array, separator: TextLike, span: Span) -> TextLike:
        """`array.join(separator)`: undefined and null are empty."""
        self.deeper(1, span)
        pieces: list[TextLike] = []
        total = 0
        for index, item in enumerate(array.items):
            if index:
                pieces.append(separator)
            piece = "" if coerce.is_nullish(item) else self.as_text(item, span)
            total += ropes.length(piece) + ropes.length(separator)
            self.reserve(total, span) if total > self.limits.text else self.spend(1, span)
            pieces.append(piece)
        self.depth -= 1
        return self.text(ropes.text_of(pieces), span)

    def whole(self, halves: str, span: Span) -> str:
        """Characters from the halves that positions count; half a character is no text."""
        text = ropes.whole(halves)
        if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
            raise Refusal("this would cut a character in half", span, code="E218")
        return text

    def words(self, value: Value, span: Span) -> str:
        """`String(value)` where a text with holes will not do: a key, an argument of a text method."""
        text = self.as_text(self.plain(value, span), span)
        if isinstance(text, Rope):
            raise self.holes(span)
        return text


EXPRESSIONS: Final[Mapping[type[ast.Node], Callable[[Interpreter, Any, "Scope"], Value]]] = {
    ast.Name: expressions.name,
    ast.Text: expressions.literal,
    ast.Number: expressions.literal,
    ast.Boolean: expressions.literal,
    ast.Null: expressions.null,
    ast.Regex: expressions.regex,
    ast.Template: expressions.template,
    ast.Array: expressions.array,
    ast.Object: expressions.object_literal,
    ast.Conditional: expressions.conditional,
    ast.Sequence: expressions.sequence,
    ast.Await: expressions.awaited,
    ast.New: expressions.new,
    ast.Member: access.chain,
    ast.Index: access.chain,
    ast.Call: access.chain,
    ast.Unary: operators.unary,
    ast.Update: operators.update,
    ast.Binary: operators.binary,
    ast.Logical: operators.logical,
    ast.Assign: operators.assign,
    ast.Function: functions.function,
}
"""Who evaluates what: one entry for each kind of expression."""
