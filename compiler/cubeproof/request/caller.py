"""A caller is asked, and the questions are written down.

While a statement is planned and written, everything that depends on the caller or on a value of the query is asked
here. The record of questions and answers is the caller's shape: whoever would give the same answers gets the same
text, so a prepared statement is found again by asking its questions anew.
"""

from collections.abc import Hashable
from typing import Any, TypeAlias

import msgspec

from cubeproof.diagnostics import CompileError
from cubeproof.evaluate.coerce import Primitive, loosely_equal, primitive_text, strictly_equal, truthy
from cubeproof.evaluate.values import UNDEFINED, Undefined
from cubeproof.lower.ir import PolicyCondition
from cubeproof.request.context import ABSENT, SCALAR_PARENT, Kind, SecurityContext
from cubeproof.request.query import Scalar

Operand: TypeAlias = str | float | bool | None | Undefined


class KindOf(msgspec.Struct, frozen=True):
    """Which kind has the claim at this path?"""

    path: tuple[str, ...]


class OutcomeOf(msgspec.Struct, frozen=True):
    """How does a comparison with the claim at this path end? `type` tells `1` from `true`."""

    path: tuple[str, ...]
    operator: str
    type: str
    operand: Operand


class ValueOf(msgspec.Struct, frozen=True):
    """Which value has the claim at this path? Asked only where a model splices it as text."""

    path: tuple[str, ...]


class QueryValueOf(msgspec.Struct, frozen=True):
    """Which value of the query stands at this index? Asked only where a dialect's text depends on it."""

    index: int


class InGroup(msgspec.Struct, frozen=True):
    """Is the caller in this group, by the claim at this path: a name, or a list of names?"""

    path: tuple[str, ...]
    group: str


class Holds(msgspec.Struct, frozen=True):
    """Does this condition of an access policy hold?"""

    condition: PolicyCondition


Question: TypeAlias = KindOf | OutcomeOf | ValueOf | QueryValueOf | InGroup | Holds


class Interview:
    """One caller with one query's values. `answers` holds what was asked, in order, each question once."""

    __slots__ = ("_context", "_groups", "_values", "answers")

    def __init__(
        self, context: SecurityContext, values: tuple[Scalar, ...] = (), groups_claim: str | None = None
    ) -> None:
        self._context = context
        self._values = values
        self._groups = tuple(groups_claim.split(".")) if groups_claim else ()
        self.answers: dict[Question, Hashable] = {}

    def kind(self, path: tuple[str, ...]) -> Kind:
        """The kind of a claim."""
        kind = self._context.kind(path)
        self.answers[KindOf(path)] = kind
        return kind

    def outcome(self, path: tuple[str, ...], operator: str, operand: Operand) -> bool:
        """Whether the claim's JSON value compares as the model asks (`===`, `!==`, `==`, `!=`, `truthy`, `typeof`)."""
        question = OutcomeOf(path, operator, type(operand).__name__, operand)
        outcome = self._compare(question)
        self.answers[question] = outcome
        return outcome

    def value(self, path: tuple[str, ...]) -> Any:
        """The claim's JSON value; `ABSENT` or `SCALAR_PARENT`."""
        value = self._context.value(path)
        self.answers[ValueOf(path)] = _signature(value)
        return value

    def query_value(self, index: int) -> Scalar:
        """A value of the query."""
        value = self._values[index]
        self.answers[QueryValueOf(index)] = _signature(value)
        return value

    @property
    def groups_name(self) -> str:
        """The claim that holds the caller's groups, by its path; empty if none is configured."""
        return ".".join(self._groups)

    def in_group(self, group: str) -> bool:
        """Whether the caller is in a group; nobody is in any where no claim is configured for it."""
        question = InGroup(self._groups, group)
        found = self._in_group(question)
        self.answers[question] = found
        return found

    def holds(self, condition: PolicyCondition) -> bool:
        """Whether a condition of an access policy holds. Raises `CompileError` where that cannot be said."""
        question = Holds(condition)
        self.answers[question] = None
        found = condition.holds(self._context.claims)
        self.answers[question] = found
        return found

    def answer(self, question: Question) -> Hashable:
        """The answer to a question met before, without writing it down."""
        match question:
            case KindOf():
                return self._context.kind(question.path)
            case OutcomeOf():
                return self._compare(question)
            case ValueOf():
                return _signature(self._context.value(question.path))
            case QueryValueOf():
                return _signature(self._values[question.index])
            case InGroup():
                return self._in_group(question)
            case Holds():
                try:
                    return question.condition.holds(self._context.claims)
                except CompileError:
                    return None

    def _in_group(self, question: InGroup) -> bool:
        if not question.path:
            return False
        value = self._context.value(question.path)
        return question.group in value if isinstance(value, list) else question.group == value

    def _compare(self, question: OutcomeOf) -> bool:
        value = self._context.value(question.path)
        operand = question.operand
        match question.operator:
            case "===":
                return _is_primitive(value) and strictly_equal(_primitive(value), operand)
            case "!==":
                return not (_is_primitive(value) and strictly_equal(_primitive(value), operand))
            case "==":
                return loosely_equal(_primitive(value), operand)
            case "!=":
                return not loosely_equal(_primitive(value), operand)
            case "typeof":
                return _typeof(value) == operand
            case _:
                return not _is_primitive(value) or truthy(_primitive(value))


def text_of(value: Any) -> str:
    """A claim's JSON value as JavaScript makes it text: `undefined`, `1,2`, `[object Object]`; whole numbers exactly."""
    if isinstance(value, list):
        return ",".join("" if element is None else text_of(element) for element in value)
    if isinstance(value, dict):
        return "[object Object]"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return primitive_text(_primitive(value))


def _is_primitive(value: Any) -> bool:
    return not isinstance(value, list | dict)


def _primitive(value: Any) -> Primitive:
    """A JSON value as the language compares it; a list or an object as its text."""
    if value is ABSENT or value is SCALAR_PARENT:
        return UNDEFINED
    if isinstance(value, list | dict):
        return text_of(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value  # type: ignore[no-any-return]


def _typeof(value: Any) -> str:
    match _primitive(value):
        case Undefined():
            return "undefined"
        case bool():
            return "boolean"
        case float():
            return "number"
        case str() if _is_primitive(value):
            return "string"
        case _:
            return "object"


def _signature(value: Any) -> Hashable:
    """Tells apart what `==` takes for equal: `1`, `1.0` and `True`."""
    if value is ABSENT or value is SCALAR_PARENT:
        return type(value).__name__
    return msgspec.json.encode(value)
