"""Forcing: evaluating one template, or calling one callback, after the files have been run.

Each forcing has a budget of its own. What templates take beyond a small allowance is counted a file, by its
largest forcing each, so that many expensive templates are bounded together and repeated forcing costs nothing.
The allowances of a file are bounded together too; when they are spent, a template gets what a plain one takes.
"""

from collections.abc import Callable
from typing import Final

from cubeproof.evaluate import functions
from cubeproof.evaluate.interpreter import Interpreter
from cubeproof.evaluate.scope import Home
from cubeproof.evaluate.shape import check_body
from cubeproof.evaluate.values import (
    Exhausted,
    Factory,
    Function,
    Known,
    Lazy,
    Oracle,
    Reporter,
    Value,
)
from cubeproof.parse import ast

FREE: Final = 500
"""Steps of a template that are not counted against its file,"""
PLAIN: Final = 50
"""and when the file has given away as many in this way as it has to spend, so many."""


def force(value: Value, known: Known, oracle: Oracle | None, report: Reporter | None) -> Value:
    """See `evaluate.force`."""
    match value:
        case Lazy():
            plain = _plain(value.expression)
            if plain is not None and len(plain) <= value.scope.home.limits.text:
                return plain
            return _bounded(
                value.scope.home, value.expression, oracle, lambda i: lazy(i, value, known), report
            )
        case Function():
            return _bounded(
                value.scope.home,
                value.node,
                oracle,
                lambda i: functions.call_by_name(i, value, known),
                report,
            )
        case _:
            return value


def _plain(expression: ast.Expression) -> str | None:
    """The text of a template without `${…}`, for which nothing has to be computed: every second one is such."""
    match expression:
        case ast.Text():
            return expression.value
        case ast.Template(parts=(ast.Chunk() as chunk,)):
            return chunk.value
        case _:
            return None


def lazy(interpreter: Interpreter, template: Lazy, known: Known) -> Value:
    """The value of a template."""
    interpreter.known = known
    result = interpreter.value(template.expression, template.scope.with_known(known, interpreter))
    if isinstance(template.expression, ast.Function) and isinstance(result, Function):
        return functions.call_by_name(interpreter, result, known)
    return result


def call(function: Value, arguments: list[Value], oracle: Oracle | None) -> Value:
    """See `evaluate.call`."""
    match function:
        case Function():
            node = function.node
            return _bounded(
                function.scope.home, node, oracle, lambda i: functions.call(i, function, arguments)
            )
        case Factory():
            return function
        case _:
            raise TypeError("only a function of a model can be called")


def _bounded(
    home: Home,
    node: ast.Expression,
    oracle: Oracle | None,
    action: Callable[[Interpreter], Value],
    report: Reporter | None = None,
) -> Value:
    key = id(node)
    before, given = home.spent.get(key, 0), home.given.get(key, 0)
    left = home.limits.file_steps - home.spent.total + before
    free = max(given, FREE if home.given.total < home.limits.file_steps else PLAIN)
    allowance = min(home.limits.force_steps, free + max(left, before))
    interpreter = Interpreter(home.limits, allowance, oracle, keep=True)
    interpreter.report = report
    try:
        result = action(interpreter)
        check_body(interpreter, result, node.span)
    except RecursionError:
        raise Exhausted("this nests or calls itself too deep", node.span, code="E211") from None
    finally:
        taken = allowance - interpreter.steps
        home.spent.raise_to(key, taken - free)
        home.given.raise_to(key, min(taken, free))
    return result
