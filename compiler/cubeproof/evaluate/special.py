"""Values that are no data: regular expressions, and what can only be gone through. Knows no method of theirs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from cubeproof.evaluate.values import Hole, Refusal, Rope, Symbol, Test, Value
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.regex import Program


class Pattern(Symbol):
    """`/a+/g`: a regular expression, and the place where its next search begins (`lastIndex`)."""

    __slots__ = ("flags", "frozen", "last_index", "program", "source")

    def __init__(self, source: str, flags: str, program: "Program") -> None:
        self.source, self.flags, self.program = source, flags, program
        self.last_index = 0.0
        self.frozen = False

    def member(self, name: str, span: Span) -> "Value":
        """`source`, `flags`, `global` and the like."""
        if name in _FLAGS:
            return _FLAGS[name] in self.flags
        match name:
            case "source" | "flags":
                return self.source if name == "source" else "".join(sorted(self.flags))
            case "lastIndex":
                return self.last_index
            case _:
                raise Refusal(f"`{name}` of a regular expression is not supported", span, code="E207")

    def hole(self, span: Span) -> "str | Hole | Rope":
        """As it is written."""
        return f"/{self.source}/{''.join(sorted(self.flags))}"

    def compare(self, operator: str, other: "Value", span: Span) -> "Test | bool":
        """Equal to itself alone."""
        if operator in ("truthy", "typeof"):
            return operator == "truthy" or other == "object"
        return other is self

    def value(self, span: Span) -> "Value":
        """No plain value."""
        raise Refusal("a regular expression cannot stand here", span, code="E213")


class Iteration(Symbol):
    """What `list.entries()` and `text.matchAll(…)` give: items that can be gone through once."""

    __slots__ = ("items",)

    def __init__(self, items: "Iterable[Value]") -> None:
        self.items = iter(items)

    def member(self, name: str, span: Span) -> "Value":
        """Nothing is read of it."""
        raise Refusal(
            f"`{name}` of what can only be gone through is not supported", span, code="E207",
            help="make a list of it first: `[...items]`",
        )  # fmt: skip

    def hole(self, span: Span) -> "str | Hole | Rope":
        """Never what was meant."""
        raise Refusal(
            "this can only be gone through", span, code="E213", help="make a list of it: `[...items]`"
        )

    def compare(self, operator: str, other: "Value", span: Span) -> "Test | bool":
        """Equal to itself alone."""
        if operator in ("truthy", "typeof"):
            return operator == "truthy" or other == "object"
        return other is self

    def value(self, span: Span) -> "Value":
        """No plain value."""
        raise Refusal(
            "this can only be gone through", span, code="E213", help="make a list of it: `[...items]`"
        )


_FLAGS: Final = {
    "global": "g", "ignoreCase": "i", "multiline": "m", "dotAll": "s", "unicode": "u", "sticky": "y", "hasIndices": "d",
}  # fmt: skip
