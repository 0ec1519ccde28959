"""What a callback of a guard or of FILTER_PARAMS gets in place of a value: a symbol of the value's kind.

It can be spliced, and asked for its type; nothing else, because there is no value.
"""

from typing import Final

from cubeproof.evaluate.values import Array, Hole, Refusal, Symbol, Test, Undefined, Value
from cubeproof.lower import sql
from cubeproof.lower.symbols import method
from cubeproof.source import Span

_TYPE_OF: Final = {
    "number": "number", "string": "string", "boolean": "boolean", "null": "object", "object": "object"
}  # fmt: skip


class PlaceholderSymbol(Symbol):
    """One parameter of the statement."""

    __slots__ = ("index", "kind")

    def __init__(self, index: int, kind: sql.Kind) -> None:
        self.index, self.kind = index, kind

    def member(self, name: str, span: Span) -> Value:
        """One value has no members; `toString` alone does no harm."""
        if name == "toString":
            return method("toString", lambda _, __: self)
        raise Refusal(
            f"`{name}` cannot be used: this is one value, not a list", span, code="E262",
            help="a callback gets a list only for a claim that is a list: tell them apart with `Array.isArray`",
        )  # fmt: skip

    def hole(self, span: Span) -> Hole:
        """The placeholder."""
        return sql.Placeholder(index=self.index, span=span)

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """Its type is known, and whether it is null; a callback is not called for what is not there."""
        match operator:
            case "truthy":
                return self.kind != "null"
            case "typeof":
                return other == _TYPE_OF[self.kind]
        if other is None or isinstance(other, Undefined):
            same = self.kind == "null" and (other is None or operator in ("==", "!="))
            return same == (operator in ("===", "=="))
        raise self._no_value(span)

    def is_list(self, span: Span) -> bool:
        """It stands for one value."""
        return False

    def value(self, span: Span) -> Value:
        """There is none."""
        raise self._no_value(span)

    def _no_value(self, span: Span) -> Refusal:
        return Refusal(
            "the value of a placeholder is not known here: it is sent beside the SQL", span, code="E262",
            help="put it into the SQL, and let the database compare it",
        )  # fmt: skip


def symbols(arguments: tuple[sql.Argument, ...]) -> list[Value]:
    """The arguments of a callback: placeholders are numbered through all of them."""
    values: list[Value] = []
    index = 0
    for argument in arguments:
        if isinstance(argument, tuple):
            items: list[Value] = [PlaceholderSymbol(index + at, kind) for at, kind in enumerate(argument)]
            values.append(Array(items))
            index += len(argument)
        else:
            values.append(PlaceholderSymbol(index, argument))
            index += 1
    return values
