"""Statements: declarations, blocks, `if`, loops, `return`, `throw`. Knows no module and no built-in."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, assert_never

from cubeproof.evaluate import access, array_methods, coerce, patterns
from cubeproof.evaluate.arguments import without_gaps
from cubeproof.evaluate.ropes import units
from cubeproof.evaluate.scope import PENDING, Scope
from cubeproof.evaluate.special import Iteration
from cubeproof.evaluate.values import UNDEFINED, Array, Function, Object, Refusal, Rope, Thrown, Value
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter


class Completion:
    """How a statement ended, where it did not simply end: a return with its value, a break, a continue."""

    __slots__ = ("value",)

    def __init__(self, value: Value = UNDEFINED) -> None:
        self.value = value


_LEAVING = (ast.Break, ast.Continue)
BREAK: Final = Completion()
CONTINUE: Final = Completion()


def function_body(interpreter: "Interpreter", block: ast.Block, scope: Scope) -> Value:
    """Run the body of a function; its parameters are in `scope`."""
    hoist_vars(block.body, scope)
    ended = block_body(interpreter, block.body, scope)
    if ended is BREAK or ended is CONTINUE:
        raise stray(block.body, block.span)
    return ended.value if ended is not None else UNDEFINED


def stray(body: Iterable[ast.Statement], span: Span) -> Refusal:
    """The refusal of a `return` in no function, a `break` in no loop, somewhere in `body`."""
    todo = list(body)[::-1]
    while todo:
        statement = todo.pop()
        match statement:
            case ast.Block():
                todo.extend(reversed(statement.body))
            case ast.For() | ast.ForEach() if isinstance(statement.body, ast.Block):
                todo.extend(each for each in statement.body.body[::-1] if not isinstance(each, _LEAVING))
            case ast.If():
                todo.extend(each for each in (statement.otherwise, statement.then) if each is not None)
            case ast.Break() | ast.Continue():
                word = "break" if isinstance(statement, ast.Break) else "continue"
                return Refusal(
                    f"`{word}` stands in no loop", statement.span, code="E209",
                    help="a function that is called for each item ends with `return`",
                )  # fmt: skip
            case ast.Return():
                return Refusal(
                    "`return` stands in no function", statement.span, code="E209",
                    help="put what a condition decides on into the braces of an `if`",
                )  # fmt: skip
            case _:
                pass
    return Refusal("this stands in no function and no loop", span, code="E209")


def block_body(
    interpreter: "Interpreter", body: tuple[ast.Statement, ...], scope: Scope
) -> Completion | None:
    """Run statements in a scope of their own, functions first."""
    hoist(body, scope)
    for statement in body:
        ended = execute(interpreter, statement, scope)
        if ended is not None:
            return ended
    return None


def declared(statement: ast.Statement) -> list[ast.Name]:
    """The names that a statement makes in its block."""
    match statement:
        case ast.Declaration():
            return [
                name for declarator in statement.declarators for name in patterns.names(declarator.target)
            ]
        case ast.Export(declaration=ast.Declaration() as inner):
            return declared(inner)
        case _:
            return []


def hoist(body: Iterable[ast.Statement], scope: Scope) -> None:
    """Make the names of a block: functions with their values, constants and variables pending."""
    for statement in body:
        inner = statement.declaration if isinstance(statement, ast.Export) else statement
        if isinstance(inner, ast.FunctionDeclaration):
            function = inner.function
            scope.variables[function.name or ""] = Function(function, scope)
        elif isinstance(inner, ast.Declaration) and inner.kind != "var":
            for name in declared(inner):
                scope.declare(name.id, PENDING, name.span, constant=inner.kind == "const")


def hoist_vars(body: Iterable[ast.Statement | None], scope: Scope) -> None:
    """Make the `var` names of a function or file, wherever in it they stand."""
    for statement in body:
        match statement:
            case ast.Declaration(kind="var"):
                for name in declared(statement):
                    scope.variables.setdefault(name.id, UNDEFINED)
            case ast.Export(declaration=ast.Declaration() as inner):
                hoist_vars((inner,), scope)
            case ast.Block():
                hoist_vars(statement.body, scope)
            case ast.If():
                hoist_vars((statement.then, statement.otherwise), scope)
            case ast.For():
                start = statement.start if isinstance(statement.start, ast.Declaration) else None
                hoist_vars((start, statement.body), scope)
            case ast.ForEach():
                if statement.kind == "var":
                    for name in patterns.names(statement.target):
                        scope.variables.setdefault(name.id, UNDEFINED)
                hoist_vars((statement.body,), scope)
            case _:
                pass


def execute(interpreter: "Interpreter", statement: ast.Statement, scope: Scope) -> Completion | None:
    """Run one statement whose names have been made."""
    interpreter.spend(1, statement.span)
    interpreter.deeper(1, statement.span)
    ended = _execute(interpreter, statement, scope)
    interpreter.depth -= 1
    return ended


def _execute(  # noqa: C901
    interpreter: "Interpreter", statement: ast.Statement, scope: Scope
) -> Completion | None:
    match statement:
        case ast.ExpressionStatement():
            interpreter.value(statement.expression, scope)
        case ast.Declaration():
            declare(interpreter, statement, scope)
        case ast.Block():
            return block_body(interpreter, statement.body, scope.inner())
        case ast.If():
            return _if(interpreter, statement, scope)
        case ast.For():
            return _for(interpreter, statement, scope)
        case ast.ForEach():
            return _for_each(interpreter, statement, scope)
        case ast.Return():
            return Completion(interpreter.value(statement.value, scope) if statement.value else UNDEFINED)
        case ast.Throw():
            raise thrown(interpreter, interpreter.value(statement.value, scope), statement.span)
        case ast.Break():
            return BREAK
        case ast.Continue():
            return CONTINUE
        case ast.Empty() | ast.FunctionDeclaration():
            pass
        case ast.Import() | ast.Export():
            raise Refusal("imports and exports stand at the top of a file only", statement.span, code="E209")
        case _:
            assert_never(statement)
    return None


def declare(interpreter: "Interpreter", statement: ast.Declaration, scope: Scope) -> None:
    """`const a = 1, {b} = c`."""
    for declarator in statement.declarators:
        if declarator.value is None:
            if statement.kind != "var":
                patterns.declare(interpreter, declarator.target, UNDEFINED, scope)
            continue
        value = interpreter.value(declarator.value, scope)
        if statement.kind == "var":
            patterns.assign(interpreter, declarator.target, value, scope)
        else:
            patterns.declare(interpreter, declarator.target, value, scope)


def thrown(interpreter: "Interpreter", value: Value, span: Span) -> Refusal:
    """What a model says when it gives up."""
    said = value.message if isinstance(value, Thrown) else value
    if isinstance(said, Rope):
        said = "".join(piece if isinstance(piece, str) else "…" for piece in said.pieces)
    text = said if isinstance(said, str) else coerce.kind(value)
    text = " ".join(text.split())[:200]
    return Refusal(
        f"the model refuses to go on: {text}" if text else "the model refuses to go on", span, code="E208"
    )


def _if(interpreter: "Interpreter", statement: ast.If, scope: Scope) -> Completion | None:
    branch: ast.Statement | None = statement
    while isinstance(branch, ast.If):
        test = interpreter.value(branch.test, scope)
        branch = branch.then if interpreter.truthy(test, branch.test.span) else branch.otherwise
    return execute(interpreter, branch, scope) if branch is not None else None


def _for(interpreter: "Interpreter", statement: ast.For, scope: Scope) -> Completion | None:
    """Each round has variables of its own, which start as the last round left them."""
    own = scope.inner()
    if isinstance(statement.start, ast.Declaration):
        hoist((statement.start,), own)
        declare(interpreter, statement.start, own)
    elif statement.start is not None:
        interpreter.value(statement.start, own)
    while True:
        interpreter.spend(1, statement.span)
        if statement.test is not None:
            test = interpreter.value(statement.test, own)
            if not interpreter.truthy(test, statement.test.span):
                return None
        ended = execute(interpreter, statement.body, own)
        if ended is BREAK:
            return None
        if ended is not None and ended is not CONTINUE:
            return ended
        before, own = own, scope.inner()
        own.variables, own.fixed = dict(before.variables), before.fixed
        if statement.step is not None:
            interpreter.value(statement.step, own)


def _for_each(interpreter: "Interpreter", statement: ast.ForEach, scope: Scope) -> Completion | None:
    over = interpreter.value(statement.values, scope)
    if not isinstance(over, Iteration):
        over = interpreter.plain(over, statement.values.span)
    for item in _items(interpreter, statement, over):
        interpreter.spend(1, statement.span)
        own = scope.inner()
        if statement.kind in ("const", "let"):
            for name in patterns.names(statement.target):
                own.declare(name.id, PENDING, name.span, constant=statement.kind == "const")
            patterns.declare(interpreter, statement.target, item, own)
        else:
            patterns.assign(interpreter, statement.target, item, own)
        ended = execute(interpreter, statement.body, own)
        if ended is BREAK:
            return None
        if ended is not None and ended is not CONTINUE:
            return ended
    return None


def _items(interpreter: "Interpreter", statement: ast.ForEach, over: Value) -> Iterator[Value]:
    """What a loop goes through, as it is when it is reached."""
    if statement.over == "in":
        keys = _keys(interpreter, over, statement.values.span)
        return (key for key in keys if _is_there(over, key))
    if isinstance(over, Iteration):
        return over.items
    if isinstance(over, Array):
        return array_methods.going(over)
    return iter(access.iterate(interpreter, over, statement.values.span))


def _is_there(over: Value, key: str) -> bool:
    if isinstance(over, Object):
        return over.get(key) is not None
    return not isinstance(over, Array) or int(key) < len(over.items)


def _keys(interpreter: "Interpreter", over: Value, span: Span) -> list[str]:
    """What `for … in` goes through, if it is still there then."""
    if isinstance(over, Object):
        interpreter.size(len(over.slots), span)
        return list(over.slots)
    if isinstance(over, Array):
        items = without_gaps(over, span)
        interpreter.size(len(items), span)
        return [str(index) for index in range(len(items))]
    if isinstance(over, str):
        interpreter.size(len(over), span)
        return [str(index) for index in range(len(units(over)))]
    if coerce.is_nullish(over):
        return []
    raise Refusal(f"`for … in` over {coerce.kind(over)} is not supported yet", span, code="E209")
