"""The security context inside SQL: claims, and the guards on them. No claim has a value here.

`USER_CONTEXT` and `SECURITY_CONTEXT` are two names for the same thing. Source of the rules: the truth table of
claims and guards; the words `filter`, `requiredFilter` and `unsafeValue` after any path are methods.
"""

from typing import Final

from cubeproof.evaluate.values import (
    UNDEFINED,
    Hole,
    Native,
    NeedsCaller,
    Refusal,
    Symbol,
    Test,
    Undefined,
    Value,
)
from cubeproof.lower import sql
from cubeproof.lower.names import Names
from cubeproof.source import Span

CONTEXTS: Final = ("USER_CONTEXT", "SECURITY_CONTEXT")
METHODS: Final = ("filter", "requiredFilter", "unsafeValue")


class ClaimSymbol(Symbol):
    """`USER_CONTEXT`, `SECURITY_CONTEXT.tenant.id`, `SECURITY_CONTEXT['roles'][0]`."""

    __slots__ = ("context", "names", "path")

    def __init__(self, names: Names, context: str, path: tuple[str, ...]) -> None:
        self.names, self.context, self.path = names, context, path

    def member(self, name: str, span: Span) -> Value:
        """A claim further down, or a method."""
        if name in METHODS:
            return Method(self, name)
        return ClaimSymbol(self.names, self.context, (*self.path, name))

    def hole(self, span: Span) -> Hole:
        """The claim as a parameter."""
        if not self.path:
            message = f"`{self.context}` as a whole cannot be part of SQL"
            raise Refusal(message, span, code="E259", help=f"name a claim, `{self.context}.id`")
        return sql.ClaimText(path=self.path, unsafe=False, span=span)

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """A bare claim is an object to Cube, whatever its value: the outcome is fixed, and said to be when asked."""
        return Test(
            subject=sql.ClaimText(path=self.path, unsafe=False, span=span),
            operator=operator,
            value=_operand(other),
        )


class Method(Native):
    """`filter`, `requiredFilter`, `unsafeValue` of a claim; a claim of such a name is out of reach."""

    __slots__ = ("claim",)

    def __init__(self, claim: ClaimSymbol, name: str) -> None:
        super().__init__(name, lambda _, arguments, span: self._called(arguments, span))
        self.claim = claim

    def member(self, name: str, span: Span) -> Value:
        """Somebody takes the method for a claim."""
        raise self._out_of_reach(span)

    def hole(self, span: Span) -> Hole:
        """Somebody takes the method for a claim, or forgot to call it."""
        raise self._out_of_reach(span)

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """Likewise."""
        if operator == "typeof":
            return other == "function"
        raise self._out_of_reach(span)

    def _out_of_reach(self, span: Span) -> Refusal:
        shown = ".".join((self.claim.context, *self.claim.path, self.name))
        return Refusal(
            f"`{shown}` is the method `{self.name}`: a claim called `{self.name}` cannot be reached", span, code="E258",
            help=f"call the method, or give the claim another name in the token than `{self.name}`",
        )  # fmt: skip

    def _called(self, arguments: list[Value], span: Span) -> Value:
        from cubeproof.lower.callbacks import column_or_callback

        claim = self.claim
        if not claim.path:
            message = f"`{claim.context}.{self.name}(…)` asks for the context as a whole"
            advice = f"name a claim before it, `{claim.context}.id.{self.name}(…)`"
            if self.name == "filter":
                advice += "; a claim called `filter` cannot be reached"
            raise Refusal(message, span, code="E259", help=advice)
        if self.name == "unsafeValue":
            if arguments:
                raise Refusal("`unsafeValue` takes no argument", span, code="E259")
            value_of = claim.names.value_of
            return UnsafeSymbol(claim.path) if value_of is None else value_of(claim.path)
        column, callback = column_or_callback(claim.names, self.name, arguments, span)
        return GuardSymbol(claim.path, column, callback, required=self.name == "requiredFilter")


class GuardSymbol(Symbol):
    """`USER_CONTEXT.id.filter('user_id')`."""

    __slots__ = ("callback", "column", "path", "required")

    def __init__(
        self, path: tuple[str, ...], column: sql.Sql | None, callback: sql.Callback | None, *, required: bool
    ) -> None:
        self.path, self.column, self.callback, self.required = path, column, callback, required

    def hole(self, span: Span) -> Hole:
        """The guard's condition."""
        return sql.Guard(
            path=self.path, column=self.column, callback=self.callback, required=self.required, span=span
        )

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """It is a text that is never empty."""
        if operator == "truthy":
            return True
        if operator == "typeof":
            return other == "string"
        raise Refusal(
            "a guard cannot be compared: its text depends on the caller", span, code="E259",
            help="compare the claim's value, `.unsafeValue()`",
        )  # fmt: skip


class UnsafeSymbol(Symbol):
    """`SECURITY_CONTEXT.role.unsafeValue()`: the claim's own value, which only a caller has."""

    __slots__ = ("path",)

    def __init__(self, path: tuple[str, ...]) -> None:
        self.path = path

    def member(self, name: str, span: Span) -> Value:
        """Only a caller can tell."""
        raise NeedsCaller

    def hole(self, span: Span) -> Hole:
        """The value as text, not as a parameter."""
        return sql.ClaimText(path=self.path, unsafe=True, span=span)

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """Answered for each caller; both outcomes are kept."""
        if operator != "truthy" and not _is_scalar(other):
            raise NeedsCaller
        subject = sql.ClaimText(path=self.path, unsafe=True, span=span)
        return Test(subject=subject, operator=operator, value=_operand(other))

    def value(self, span: Span) -> Value:
        """Only a caller can tell."""
        raise NeedsCaller


def _is_scalar(value: Value) -> bool:
    return value is None or isinstance(value, Undefined | bool | float | str)


def _operand(value: Value) -> str | float | bool | None | Undefined:
    if value is None or isinstance(value, Undefined | bool | float | str):
        return value
    return UNDEFINED
