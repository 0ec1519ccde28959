"""Files as modules: what they import, what they export. Knows no cube.

Exports follow Cube: `export const a` adds to the exports of a file, `export default` replaces them, a default
import and `require` give them whole, `import {a}` one of them. A helper outside the model is a CommonJS module.
"""

from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from cubeproof.evaluate import access, statements
from cubeproof.evaluate.names import look_up, nearest_help
from cubeproof.evaluate.objects import object_of, put, read_own
from cubeproof.evaluate.scope import BROKEN, PENDING, Scope
from cubeproof.evaluate.values import UNDEFINED, Object, Refusal, Slot, Value
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter
    from cubeproof.evaluate.run import Run

BUILT_IN: Final = ("Funnels", "RefreshKeys", "Reflection")


class Module:
    """A file while and after it is evaluated."""

    __slots__ = (
        "default",
        "exports",
        "failed",
        "file",
        "helper",
        "holder",
        "named",
        "path",
        "scope",
        "state",
    )

    def __init__(self, file: ast.File, scope: Scope, *, helper: bool) -> None:
        self.file, self.scope, self.helper = file, scope, helper
        self.path = file.source.path
        self.state: Literal["running", "done"] = "running"
        self.failed = False
        """Some statement failed, which has been reported: what is missing afterwards is no news."""
        self.exports: Value = Object()
        self.named = Object()
        """What is exported by name, which a default export beside it does not take away."""
        self.default = False
        start = Span(file.source, 0, 0)
        self.holder = object_of([("exports", self.exports)], start) if helper else None
        """`module` of a helper: its `exports` may be replaced."""

    def exported(self) -> Value:
        """What an import of the whole file gives, as of now."""
        return self.exports if self.holder is None else read_own(self.holder, "exports")

    def replace(self, value: Value, span: Span) -> None:
        """`export default value`, `setExport(value)`."""
        self.default = True
        if self.holder is None:
            self.exports = value
        else:
            put(self.holder, "exports", Slot(value, span, span))

    def add(self, interpreter: "Interpreter", name: str, value: Value, span: Span) -> None:
        """`export const name = value`."""
        interpreter.spend(put(self.named, name, Slot(value, span, span)), span)
        exports = self.exported()
        if not self.default and isinstance(exports, Object):
            interpreter.spend(put(exports, name, Slot(value, span, span)), span)


def run_body(run: "Run", module: Module, interpreter: "Interpreter") -> None:
    """Run the statements of a file; one that fails is reported, and the next one runs."""
    body, scope = module.file.body, module.scope
    statements.hoist_vars(body, scope)
    hoisted = [run.attempt(interpreter, module, partial(_hoist_one, statement, scope)) for statement in body]
    for name in module.file.lost:
        scope.variables.setdefault(name, BROKEN)
    for statement, made in zip(body, hoisted, strict=True):
        action = partial(_statement, run, module, interpreter, statement)
        if not made or not run.attempt(interpreter, module, action):
            _break_names(statement, scope)


def _hoist_one(statement: ast.Statement, scope: Scope) -> None:
    if isinstance(statement, ast.Import):
        for specifier in statement.specifiers:
            scope.declare(specifier.alias, PENDING, specifier.span, constant=True)
    statements.hoist((statement,), scope)


def _break_names(statement: ast.Statement, scope: Scope) -> None:
    """Names that a failed statement should have made: using them is no news."""
    names = [name.id for name in statements.declared(statement)]
    if isinstance(statement, ast.Import):
        names = [specifier.alias for specifier in statement.specifiers]
    for name in names:
        if scope.variables.get(name) is PENDING:
            scope.variables[name] = BROKEN


def _statement(run: "Run", module: Module, interpreter: "Interpreter", statement: ast.Statement) -> None:
    match statement:
        case ast.Import():
            _import(run, module, interpreter, statement)
        case ast.Export():
            _export(run, module, interpreter, statement)
        case ast.Return() | ast.Break() | ast.Continue():
            raise Refusal("this stands in no function and no loop", statement.span, code="E209")
        case _:
            statements.execute(interpreter, statement, module.scope)


def _import(run: "Run", module: Module, interpreter: "Interpreter", statement: ast.Import) -> None:
    exports = run.require(module, interpreter, statement.module.value, statement.module.span)
    for specifier in statement.specifiers:
        if specifier.name == "default":
            module.scope.variables[specifier.alias] = exports
        else:
            module.scope.variables[specifier.alias] = run.pick(
                module, interpreter, statement.module.value, exports, specifier
            )


def _export(run: "Run", module: Module, interpreter: "Interpreter", statement: ast.Export) -> None:
    scope = module.scope
    if statement.declaration is not None:
        statements.execute(interpreter, statement.declaration, scope)
        if isinstance(statement.declaration, ast.FunctionDeclaration):
            name = statement.declaration.function.name or ""
            module.add(interpreter, name, look_up(name, scope, statement.span), statement.span)
        else:
            for target in statements.declared(statement.declaration):
                module.add(interpreter, target.id, look_up(target.id, scope, target.span), target.span)
    if statement.default is not None:
        module.replace(interpreter.value(statement.default, scope), statement.default.span)
    if statement.module is not None:
        exports = run.require(module, interpreter, statement.module.value, statement.module.span)
        for specifier in statement.specifiers:
            value = exports
            if specifier.name != "default":
                value = run.pick(module, interpreter, statement.module.value, exports, specifier)
            _export_as(module, interpreter, specifier, value)
        return
    for specifier in statement.specifiers:
        _export_as(module, interpreter, specifier, look_up(specifier.name, scope, specifier.span))


def _export_as(module: Module, interpreter: "Interpreter", specifier: ast.Specifier, value: Value) -> None:
    if specifier.alias == "default":
        module.replace(value, specifier.span)
    else:
        module.add(interpreter, specifier.alias, value, specifier.span)


def pick(
    interpreter: "Interpreter", exports: Value, specifier: ast.Specifier, imported: Module | None, shown: str
) -> Value:
    """One name out of what a file exports; a name that is not there is an error, not undefined."""
    if imported is not None and specifier.name in imported.named.slots:
        return imported.named.slots[specifier.name].value
    if not isinstance(exports, Object):
        return access.read(interpreter, exports, specifier.name, specifier.span)
    if specifier.name in exports.slots:
        return exports.slots[specifier.name].value
    if imported is not None and imported.state == "running":
        raise Refusal(
            f"`{specifier.name}` has no value yet: `{shown}` imports this file in turn", specifier.span, code="E233",
            help="move what both files need to a third one",
        )  # fmt: skip
    refusal = Refusal(
        f"`{shown}` does not export `{specifier.name}`", specifier.span, code="E234",
        help=nearest_help(specifier.name, exports.slots),
    )  # fmt: skip
    refusal.reported = imported is not None and imported.failed
    raise refusal


def whole(exports: Value, imported: Module, shown: str, span: Span) -> Value:
    """All that a file exports; of a file that is still running only what is there to share."""
    if imported.state == "running" and isinstance(exports, Object) and not exports.slots:
        raise Refusal(
            f"`{shown}` has no value yet: it imports this file in turn", span, code="E233",
            help="move what both files need to a third one",
        )  # fmt: skip
    return exports if exports is not UNDEFINED else Object()
