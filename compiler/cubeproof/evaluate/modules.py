"""Files as modules: what they import, what they export. Knows no cube.

Exports follow Cube: `export const a` adds to the exports of a file, `export default` replaces them, a default
import and `require` give them whole, `import {a}` one of them. A helper outside the model is a CommonJS module.
"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Literal

from cubeproof.evaluate import access, statements
from cubeproof.evaluate.names import look_up, nearest_help
from cubeproof.evaluate.objects import object_of, put, read_own
from cubeproof.evaluate.scope import BROKEN, PENDING, Bound, Live, Missing, Scope
from cubeproof.evaluate.values import UNDEFINED, Exports, Function, Object, Refusal, Slot, Value, not_yet
from cubeproof.parse import ast
from cubeproof.source import Span

if TYPE_CHECKING:
    from cubeproof.evaluate.interpreter import Interpreter
    from cubeproof.evaluate.run import Run


class Module:
    """A file while and after it is evaluated."""

    __slots__ = (
        "default",
        "exports",
        "failed",
        "file",
        "helper",
        "holder",
        "later",
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
        self.exports: Value = Exports()
        self.named = Object()
        """What is exported by name, which a default export beside it does not take away."""
        self.later: dict[str, Live] = {}
        """What is exported by name from a file that is not done yet."""
        self.default = False
        start = Span(file.source, 0, 0)
        self.holder = object_of([("exports", self.exports)], start) if helper else None
        """`module` of a helper: its `exports` may be replaced."""

    def exported(self) -> Value:
        """What an import of the whole file gives, as of now."""
        return self.exports if self.holder is None else read_own(self.holder, "exports")

    def done(self) -> None:
        """All statements have been run: what is not exported by now is not there."""
        self.state = "done"
        for exports in (self.exports, self.exported()):
            if isinstance(exports, Exports):
                exports.running = False

    def hoisted(self, name: str) -> Value | None:
        """What is exported under a name before any statement is run: a function declaration."""
        for statement in self.file.body:
            if not isinstance(statement, ast.Export) or statement.module is not None:
                continue
            local = next((each.name for each in statement.specifiers if each.alias == name), None)
            declared = statement.declaration
            if isinstance(declared, ast.FunctionDeclaration) and declared.function.name == name:
                local = name
            value = self.scope.variables.get(local) if local is not None else None
            if isinstance(value, Function):
                return value
        return None

    def may_export(self, name: str) -> bool:
        """Whether the file may come to export a name: it says so, or exports by calls, whose names are not known."""
        text = self.file.source.text
        if self.helper or name == "default" or "addExport" in text or "setExport" in text:
            return True
        exports = (each for each in self.file.body if isinstance(each, ast.Export))
        return any(name in _names(each) for each in exports)

    @property
    def has_default(self) -> bool:
        """Whether a statement says `export default`."""
        return any(isinstance(each, ast.Export) and each.default is not None for each in self.file.body)

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


def _names(statement: ast.Export) -> list[str]:
    """The names that a statement exports."""
    names = [each.alias for each in statement.specifiers] + [
        each.id for each in statements.declared(statement)
    ]
    if isinstance(statement.declaration, ast.FunctionDeclaration):
        names.append(statement.declaration.function.name or "")
    return names


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
        case _:
            if statements.execute(interpreter, statement, module.scope) is not None:
                raise statements.stray((statement,), statement.span)


def _import(run: "Run", module: Module, interpreter: "Interpreter", statement: ast.Import) -> None:
    shown, place = statement.module.value, statement.module.span
    for specifier in statement.specifiers:
        module.scope.variables[specifier.alias] = _bound(run, module, interpreter, shown, place, specifier)
    if not statement.specifiers:
        run.imported(module, interpreter, shown, place)


def _bound(
    run: "Run", module: Module, interpreter: "Interpreter", shown: str, place: Span, specifier: ast.Specifier
) -> Bound:
    """What a name of an import is bound to: the value, or where that is not there yet, the way to it."""
    imported = run.imported(module, interpreter, shown, place)[1]
    name = specifier.name
    if imported is not None and name in imported.later:
        return imported.later[name]
    if imported is None or imported.state == "done":
        exports = run.require(module, interpreter, shown, place)
        return exports if name == "default" else pick(interpreter, exports, specifier, imported, shown)
    if not imported.may_export(name):
        raise _not_exported(shown, specifier, [*imported.named.slots])
    live = Live(lambda span: _now(interpreter, imported, shown, specifier, span))
    run.live.append((live, specifier.span))
    return live


def _now(
    interpreter: "Interpreter", imported: Module, shown: str, specifier: ast.Specifier, span: Span
) -> Value:
    """What a file in a circle exports under a name by now."""
    name = specifier.name
    running = imported.state == "running"
    if name == "default":
        if running and imported.has_default and not imported.default:
            raise not_yet(specifier.alias, span)
        return whole(imported.exported())
    if name in imported.later:
        # Taken away meanwhile: files that hand a name on in a ring have it from nowhere.
        later = imported.later.pop(name)
        try:
            return later.value(span)
        finally:
            imported.later[name] = later
    if running and name not in imported.named.slots:
        function = imported.hoisted(name)
        if function is not None:
            return function
        exports = imported.exported()
        if not isinstance(exports, Object) or name not in exports.slots:
            raise not_yet(name, span)
    return pick(interpreter, imported.exported(), specifier, imported, shown)


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
        shown, place = statement.module.value, statement.module.span
        for specifier in statement.specifiers:
            bound = _bound(run, module, interpreter, shown, place, specifier)
            if isinstance(bound, Live) and specifier.alias != "default":
                module.later[specifier.alias] = bound
            elif isinstance(bound, Missing):
                raise not_yet(specifier.name, specifier.span)
            else:
                _export_as(module, interpreter, specifier, bound)
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
    refusal = _not_exported(shown, specifier, exports.slots)
    refusal.reported = imported is not None and imported.failed
    raise refusal


def _not_exported(shown: str, specifier: ast.Specifier, names: Iterable[str]) -> Refusal:
    return Refusal(
        f"`{shown}` does not export `{specifier.name}`", specifier.span, code="E234",
        help=nearest_help(specifier.name, names),
    )  # fmt: skip


def whole(exports: Value) -> Value:
    """All that a file exports; of a file that is still running what is there by now."""
    return exports if exports is not UNDEFINED else Object()
