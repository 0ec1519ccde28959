"""Functions: closures, calls, parameters. Knows no built-in and nothing of SQL."""

from typing import TYPE_CHECKING

from cubeproof.diagnostics import Related
from cubeproof.evaluate import patterns, statements
from cubeproof.evaluate.arguments import not_callable
from cubeproof.evaluate.names import nearest_help
from cubeproof.evaluate.scope import NO_THIS, Bound, Scope
from cubeproof.evaluate.values import (
    UNDEFINED,
    Builtin,
    Factory,
    Function,
    Known,
    Native,
    Promise,
    Refusal,
    Value,
)
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter

_CALLS_SHOWN = 4


def function(interpreter: "Interpreter", node: ast.Function, scope: Scope) -> Value:
    """`(a) => …`, `function (a) {…}`: a closure; a named function expression knows itself."""
    if node.arrow or node.name is None:
        return Function(node, scope)
    own = scope.called(interpreter)
    closure = Function(node, own)
    own.declare(node.name, closure, node.span, constant=True)
    return closure


def invoke(
    interpreter: "Interpreter", callee: Value, arguments: list[Value], span: Span, this: Bound = NO_THIS
) -> Value:
    """Call a value; what is no function is refused at the place of the call."""
    match callee:
        case Function():
            try:
                return call(interpreter, callee, arguments, this)
            except Refusal as refusal:
                note_call(refusal, callee, span)
                raise
        case Native() if callee.function is not None:
            return callee.function(interpreter, arguments, span)
        case Builtin():
            return callee.call(arguments, span)
        case Factory():
            return callee
        case _:
            raise not_callable(callee, "this", span)


def note_call(refusal: Refusal, callee: Function, span: Span) -> None:
    """Add the place of a call to a refusal that comes from within the function called."""
    inside, body = refusal.span, callee.node.span
    within = inside.source is body.source and body.start <= inside.start <= body.end
    called_outside = not (span.source is body.source and body.start <= span.start <= body.end)
    if within and called_outside and len(refusal.related) < _CALLS_SHOWN:
        refusal.related += (Related("called from here", span),)


def call(
    interpreter: "Interpreter", callee: Function, arguments: list[Value], this: Bound = NO_THIS
) -> Value:
    """Run a function with positional arguments; an arrow has the `this` of the function around it."""
    node = callee.node
    scope = callee.scope.called(interpreter)
    if not node.arrow:
        scope.variables["this"] = this
    for index, parameter in enumerate(node.parameters):
        if isinstance(parameter, ast.Rest):
            rest = interpreter.array(arguments[index:], parameter.span)
            patterns.declare(interpreter, parameter.target, rest, scope)
        else:
            argument = arguments[index] if index < len(arguments) else UNDEFINED
            patterns.declare(interpreter, parameter, argument, scope)
    report, interpreter.report = interpreter.report, None
    try:
        return run(interpreter, node, scope)
    finally:
        interpreter.report = report


def call_by_name(interpreter: "Interpreter", callee: Function, known: Known) -> Value:
    """Run a function whose parameters are names of SQL: `sql: (CUBE, Users) => …`."""
    scope = callee.scope.called(interpreter)
    interpreter.known = known
    for parameter in callee.node.parameters:
        target = parameter.target if isinstance(parameter, ast.Default) else parameter
        if not isinstance(target, ast.Name):
            raise Refusal(
                "the parameters of this function must be plain names, such as `CUBE` or a member",
                parameter.span, code="E224",
            )  # fmt: skip
        if target.id in known:
            scope.declare(target.id, known[target.id], target.span)
        elif isinstance(parameter, ast.Default):
            patterns.declare(interpreter, parameter, UNDEFINED, scope)
        else:
            raise Refusal(
                f"no name `{target.id}` is known to SQL here", target.span, code="E224",
                help=nearest_help(target.id, known),
            )  # fmt: skip
    return run(interpreter, callee.node, scope)


def run(interpreter: "Interpreter", node: ast.Function, scope: Scope) -> Value:
    """Run the body of a function whose parameters are bound in `scope`."""
    interpreter.deeper(3, node.span)
    if isinstance(node.body, ast.Block):
        result = statements.function_body(interpreter, node.body, scope)
    else:
        result = interpreter.value(node.body, scope)
    interpreter.depth -= 3
    return Promise(result) if node.asynchronous else result
