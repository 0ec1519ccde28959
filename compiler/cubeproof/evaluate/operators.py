"""Operators: arithmetic, comparison, logic, assignment. Asks symbols and texts with holes, never looks into them."""

from typing import TYPE_CHECKING, assert_never

from cubeproof.evaluate import access, coerce, patterns
from cubeproof.evaluate.arguments import without_gaps
from cubeproof.evaluate.arithmetic import NUMERIC
from cubeproof.evaluate.names import look_up
from cubeproof.evaluate.numbers import array_index, to_int32
from cubeproof.evaluate.objects import INHERITED
from cubeproof.evaluate.ropes import length, text_of
from cubeproof.evaluate.scope import Scope
from cubeproof.evaluate.special import Iteration, Pattern
from cubeproof.evaluate.values import (
    UNDEFINED,
    Array,
    Native,
    Object,
    Promise,
    Refusal,
    Rope,
    Symbol,
    Thrown,
    TypeOf,
    Value,
    told,
)
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

_EQUALITY = ("===", "!==", "==", "!=")
_ORDER = ("<", ">", "<=", ">=")


def unary(interpreter: "Interpreter", node: ast.Unary, scope: Scope) -> Value:
    """`!x`, `-x`, `+x`, `~x`, `typeof x`, `void x`, `delete x.y`."""
    if node.operator == "delete":
        return _delete(interpreter, node, scope)
    if (
        node.operator == "typeof"
        and isinstance(node.operand, ast.Name)
        and scope.find(node.operand.id) is None
    ):
        return "undefined"
    value = interpreter.value(node.operand, scope)
    match node.operator:
        case "!":
            return not interpreter.truthy(value, node.operand.span)
        case "-":
            return -interpreter.number(value, node.span)
        case "+":
            return interpreter.number(value, node.span)
        case "~":
            return float(~to_int32(interpreter.number(value, node.span)))
        case "typeof":
            if isinstance(value, Symbol) and not isinstance(
                value, Iteration | Native | Pattern | Promise | Thrown
            ):
                return TypeOf(value)
            return coerce.typeof(value)
        case "void":
            return UNDEFINED
        case _:
            assert_never(node.operator)


def _delete(interpreter: "Interpreter", node: ast.Unary, scope: Scope) -> Value:
    target = node.operand
    if isinstance(target, ast.Member | ast.Index):
        base = interpreter.value(target.object, scope)
        if isinstance(base, Object):
            key, _ = access.key_of(interpreter, target, scope)
            interpreter.change(base, node.span)
            base.slots.pop(key, None)
            return True
        if isinstance(base, Array):
            index = array_index(access.key_of(interpreter, target, scope)[0])
            if index is not None:
                interpreter.change(base, node.span)
                if index < len(base.items):
                    base.items[index], base.gaps = UNDEFINED, True
                return True
    raise Refusal("`delete` of this is not supported yet", node.span, code="E209")


def binary(interpreter: "Interpreter", node: ast.Binary, scope: Scope) -> Value:
    """`left operator right`; a long row of them costs no depth."""
    spine: list[ast.Binary] = []
    left: ast.Expression = node
    while isinstance(left, ast.Binary):
        spine.append(left)
        left = left.left
    depth, failed = interpreter.depth, False
    value: Value = UNDEFINED
    try:
        value = interpreter.value(left, scope)
    except Refusal as refusal:
        failed = interpreter.part_failed(refusal, depth)
    for link in reversed(spine):
        interpreter.spend(1, link.span)
        try:
            right = interpreter.value(link.right, scope)
            value = UNDEFINED if failed else apply(interpreter, link.operator, value, right, link.span)
        except Refusal as refusal:
            failed = interpreter.part_failed(refusal, depth)
    if failed:
        raise told(node.span)
    return value


def apply(interpreter: "Interpreter", operator: str, left: Value, right: Value, span: Span) -> Value:
    """A binary operator on values."""
    if operator == "+":
        return _plus(interpreter, left, right, span)
    if operator in _EQUALITY:
        return equal(interpreter, operator, left, right, span)
    if operator in _ORDER:
        return _ordered(interpreter, operator, left, right, span)
    if operator == "in":
        return _contains(interpreter, left, right, span)
    if operator == "instanceof":
        return _made_by(left, right, span)
    if (numeric := NUMERIC.get(operator)) is None:
        raise Refusal(f"`{operator}` is not supported yet", span, code="E209")
    result = numeric(interpreter.number(left, span), interpreter.number(right, span))
    if result is None:
        why = f"`{operator}` of these numbers is not supported: its last digit differs from host to host"
        raise Refusal(why, span, code="E209", help="write the number itself")
    return result


def _plus(interpreter: "Interpreter", left: Value, right: Value, span: Span) -> Value:
    if isinstance(left, str | Rope) or isinstance(right, str | Rope):
        pieces = (interpreter.as_text(left, span), interpreter.as_text(right, span))
        interpreter.reserve(length(pieces[0]) + length(pieces[1]), span)
        return text_of(pieces)
    first, second = interpreter.primitive(left, span), interpreter.primitive(right, span)
    if isinstance(first, str | Rope) or isinstance(second, str | Rope):
        return _plus(interpreter, first, second, span)
    return coerce.primitive_number(first) + coerce.primitive_number(second)


def _ordered(interpreter: "Interpreter", operator: str, left: Value, right: Value, span: Span) -> bool:
    first, second = interpreter.primitive(left, span), interpreter.primitive(right, span)
    if isinstance(first, Rope) or isinstance(second, Rope):
        raise interpreter.holes(span)
    for side in (first, second):
        if isinstance(side, str):
            interpreter.look(side, span)
    below = coerce.less(first, second) if operator in ("<", ">=") else coerce.less(second, first)
    if below is None:
        return False
    return below if operator in ("<", ">") else not below


def _made_by(value: Value, maker: Value, span: Span) -> bool:
    """`value instanceof Array`, of the makers that there are."""
    name = maker.name if isinstance(maker, Native) else ""
    match name:
        case "Array":
            return isinstance(value, Array)
        case "Object":
            return not coerce.is_primitive(value) and not isinstance(value, Rope)
        case "String" | "Number" | "Boolean":
            return False
        case "Error":
            return isinstance(value, Thrown)
        case "TypeError" | "RangeError":
            return isinstance(value, Thrown) and value.name == name
        case _:
            raise Refusal(
                f"`instanceof` of {coerce.kind(maker)} is not supported", span, code="E209",
                help="ask for what the value has: `typeof value`, `Array.isArray(value)`, `'key' in value`",
            )  # fmt: skip


def _contains(interpreter: "Interpreter", key: Value, target: Value, span: Span) -> bool:
    name = interpreter.words(key, span)
    if isinstance(target, Array) and name not in access.ARRAY_MEMBERS:
        index = array_index(name)
        return index is not None and index < len(without_gaps(target, span))
    if not isinstance(target, Object):
        raise Refusal(f"`in` needs an object, but is given {coerce.kind(target)}", span, code="E206")
    if name in INHERITED and name not in target.slots:
        raise Refusal(f"`{name}` of an object is not supported yet", span, code="E207")
    return name in target.slots


def equal(interpreter: "Interpreter", operator: str, left: Value, right: Value, span: Span) -> bool:
    """`===`, `!==`, `==`, `!=`; an opposite is the same question with the other answer."""
    if operator[0] == "!":
        return not equal(interpreter, "=" + operator[1:], left, right, span)
    if isinstance(left, Symbol):
        return interpreter.decide(left.compare(operator, right, span), span)
    if isinstance(right, Symbol):
        return interpreter.decide(right.compare(operator, left, span), span)
    if isinstance(left, Rope):
        return _equal_rope(interpreter, operator, left, right, span)
    if isinstance(right, Rope):
        return _equal_rope(interpreter, operator, right, left, span)
    if isinstance(left, str):
        # Comparing costs a thousandth of what making the text cost.
        interpreter.spend(len(left) >> 10, span)
    if operator == "===":
        return coerce.strictly_equal(left, right)
    return _loosely(interpreter, left, right, span)


def _loosely(interpreter: "Interpreter", left: Value, right: Value, span: Span) -> bool:
    plain = coerce.is_primitive(left), coerce.is_primitive(right)
    if plain == (False, False):
        return left is right
    if coerce.is_nullish(left) or coerce.is_nullish(right):
        return coerce.is_nullish(left) and coerce.is_nullish(right)
    first, second = interpreter.primitive(left, span), interpreter.primitive(right, span)
    if isinstance(first, Rope) or isinstance(second, Rope):
        return equal(interpreter, "==", first, second, span)
    for side in (first, second):
        if isinstance(side, str):
            interpreter.look(side, span)
    return coerce.loosely_equal(first, second)


def _equal_rope(interpreter: "Interpreter", operator: str, text: Rope, other: Value, span: Span) -> bool:
    """A text with a hole equals itself; one that is a single hole can be asked about."""
    if isinstance(other, Rope):
        if text == other:
            return True
        raise interpreter.holes(span)
    if not isinstance(other, str):
        if operator == "===" or coerce.is_nullish(other):
            return False
        other = interpreter.primitive(other, span)
    exact = "===" if isinstance(other, str) else "=="
    return interpreter.decide(interpreter.test(text, exact, other, span), span)


def logical(interpreter: "Interpreter", node: ast.Logical, scope: Scope) -> Value:
    """`&&`, `||`, `??`: a long row of them costs no depth."""
    spine: list[ast.Logical] = []
    left: ast.Expression = node
    while isinstance(left, ast.Logical):
        spine.append(left)
        left = left.left
    value = interpreter.value(left, scope)
    for link in reversed(spine):
        interpreter.spend(1, link.span)
        if _goes_on(interpreter, link.operator, value, link.left.span):
            value = interpreter.value(link.right, scope)
    return value


def _goes_on(interpreter: "Interpreter", operator: str, value: Value, span: Span) -> bool:
    """Whether the right side is wanted."""
    if operator == "&&":
        return interpreter.truthy(value, span)
    if operator == "||":
        return not interpreter.truthy(value, span)
    if isinstance(value, Symbol):
        return interpreter.decide(value.compare("==", None, span), span)
    return coerce.is_nullish(value)


def assign(interpreter: "Interpreter", node: ast.Assign, scope: Scope) -> Value:
    """`target = value`, `target += value`, `target ||= value`."""
    target = node.target
    if isinstance(target, ast.Name):
        if node.operator == "=":
            value = interpreter.value(node.value, scope)
        else:
            before = look_up(target.id, scope, target.span)
            value, changed = _compound(interpreter, node, before, scope)
            if not changed:
                return before
        patterns.assign_leaf(interpreter, target, value, scope)
        return value
    if isinstance(target, ast.Member | ast.Index):
        base = interpreter.value(target.object, scope)
        key, span = access.key_of(interpreter, target, scope)
        if node.operator == "=":
            value = interpreter.value(node.value, scope)
        else:
            before = access.read(interpreter, base, key, span, target.object)
            value, changed = _compound(interpreter, node, before, scope)
            if not changed:
                return before
        access.write_key(interpreter, base, key, span, value, target)
        return value
    value = interpreter.value(node.value, scope)
    patterns.assign(interpreter, target, value, scope)
    return value


def _compound(
    interpreter: "Interpreter", node: ast.Assign, before: Value, scope: Scope
) -> tuple[Value, bool]:
    """The new value of `target op= value`, and whether it is assigned at all."""
    operator = node.operator[:-1]
    if operator in ("&&", "||", "??"):
        if not _goes_on(interpreter, operator, before, node.target.span):
            return before, False
        return interpreter.value(node.value, scope), True
    return apply(interpreter, operator, before, interpreter.value(node.value, scope), node.span), True


def update(interpreter: "Interpreter", node: ast.Update, scope: Scope) -> Value:
    """`i++`, `--i`."""
    step = 1.0 if node.operator == "++" else -1.0
    target = node.target
    if isinstance(target, ast.Name):
        before = interpreter.number(look_up(target.id, scope, target.span), target.span)
        patterns.assign_leaf(interpreter, target, before + step, scope)
    elif isinstance(target, ast.Member | ast.Index):
        base = interpreter.value(target.object, scope)
        key, span = access.key_of(interpreter, target, scope)
        before = interpreter.number(access.read(interpreter, base, key, span, target.object), target.span)
        access.write_key(interpreter, base, key, span, before + step, target)
    else:
        raise Refusal(f"`{node.operator}` needs a name or a member", node.span, code="E209")
    return before + step if node.prefix else before
