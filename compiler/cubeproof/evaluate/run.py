"""Running a project: every file once, then its `asyncModule`s, and what they declare. Reads no file."""

from collections.abc import Callable
from functools import partial
from typing import Final, Literal, get_args

import msgspec

from cubeproof.diagnostics import Diagnostic, Result, by_place
from cubeproof.evaluate import built_in, coerce, modules
from cubeproof.evaluate.arguments import at, first
from cubeproof.evaluate.globals import GLOBALS
from cubeproof.evaluate.interpreter import Interpreter
from cubeproof.evaluate.laziness import Scan, scan
from cubeproof.evaluate.limits import STEPS_PER_DECLARATION
from cubeproof.evaluate.modules import Module
from cubeproof.evaluate.objects import nowhere, object_of, value_of
from cubeproof.evaluate.project import Declaration, Environment, Json, Project
from cubeproof.evaluate.scope import Bound, Home, Live, Scope
from cubeproof.evaluate.shape import check_body
from cubeproof.evaluate.standins import stand_in
from cubeproof.evaluate.values import (
    UNDEFINED,
    Declaring,
    Exhausted,
    Factory,
    Function,
    Native,
    Object,
    Refusal,
    Symbol,
    Test,
    Value,
    told,
)
from cubeproof.parse import ast
from cubeproof.source import Span

Kind = Literal["cube", "view", "context", "view_group", "viewGroup"]
_NOT_YET: Final = ("dashboardTemplate",)


def run(project: Project, environment: Environment) -> Result[tuple[Declaration, ...]]:
    """Evaluate a project; declarations by file, then in order of execution."""
    running = Run(project, environment)
    for file in project.files:
        running.load(file, helper=False, depth=0)
    running.close_circles()
    running.run_async()
    declarations = tuple(
        declaration for path in running.order for declaration in running.declared.get(path, ())
    )
    return Result(declarations, by_place(running.diagnostics))


class Run:
    """The state of one evaluation of a project."""

    def __init__(self, project: Project, environment: Environment) -> None:
        self.project, self.environment = project, environment
        self.files = {file.source.path: file for file in project.files}
        self.order = sorted(self.files)
        self.modules: dict[str, Module] = {}
        self.data: dict[str, Value] = {}
        self.declared: dict[str, list[Declaration]] = {}
        self.calls: dict[tuple[str, int], ast.Call] = {}
        self.live: list[tuple[Live, Span]] = []
        """Imports in a circle, and where they stand."""
        self.pending: list[tuple[Module, Interpreter, Value, Span]] = []
        self.diagnostics: list[Diagnostic] = []
        self.spent: set[str] = set()
        """Files that took too many steps: what follows in them fails for the same reason, which is said once."""
        self.globals = self._globals()

    # Names

    def _globals(self) -> dict[str, Bound]:
        """What every file knows: the language, the environment variables that are given, the compile context."""
        env = object_of(self.environment.env.items(), nowhere("process.env"))
        process = Native("process", members={"env": env})
        context: Value = NoContext()
        if self.environment.compile_context is not None:
            context = self.environment.compile_context.value()
        return {**GLOBALS, "process": process, "COMPILE_CONTEXT": context}

    def _own_names(self, module: Module) -> dict[str, Bound]:
        """What a file knows of its own: `require`, and `cube` in a model file or `module` in a helper."""

        def require(interpreter: Interpreter, given: list[Value], span: Span) -> Value:
            name = first(given)
            if not isinstance(name, str):
                raise Refusal("`require` needs the name of a file as a plain text", span, code="E236")
            return self.require(module, interpreter, name, span)

        names: dict[str, Bound] = {"require": Native("require", require)}
        if module.holder is not None:
            own = {"cube": self._declaring(module, "cube"), **built_in.names()}
            exported = {"module": module.holder, "exports": module.exported()}
            return {**names, **exported, **(own if module.path in built_in.BUILT_IN else {})}

        def add_export(interpreter: Interpreter, given: list[Value], span: Span) -> Value:
            added = first(given)
            if not isinstance(added, Object):
                raise Refusal("`addExport` needs an object", span, code="E215")
            for key, slot in added.slots.items():
                module.add(interpreter, key, slot.value, slot.key_span)
            return UNDEFINED

        def set_export(interpreter: Interpreter, given: list[Value], span: Span) -> Value:
            module.replace(first(given), span)
            return UNDEFINED

        def async_module(interpreter: Interpreter, given: list[Value], span: Span) -> Value:
            _outside_of_templates(interpreter, "asyncModule", span)
            if not isinstance(first(given), Function):
                raise Refusal("`asyncModule` needs a function", span, code="E215")
            self.pending.append((module, interpreter, first(given), span))
            return UNDEFINED

        for kind in get_args(Kind):
            names[kind] = self._declaring(module, kind)
        for name in _NOT_YET:
            names[name] = _unsupported(name)
        names["addExport"] = Native("addExport", add_export)
        names["setExport"] = Native("setExport", set_export)
        names["asyncModule"] = Native("asyncModule", async_module)
        return names

    def _declaring(self, module: Module, kind: Kind) -> Declaring:
        def declare(interpreter: Interpreter, given: list[Value], span: Span) -> Value:
            if kind == "cube" and len(given) == 1 and isinstance(given[0], Object):
                check_body(interpreter, given[0], span)
                return Factory(given[0], span)
            _outside_of_templates(interpreter, kind, span)
            self.declare(interpreter, module, kind, given, span)
            return UNDEFINED

        return Declaring(kind, declare, self.report)

    # Files

    def load(self, file: ast.File, *, helper: bool, depth: int) -> Module:
        """Evaluate a file, once."""
        path = file.source.path
        if path in self.modules:
            return self.modules[path]
        found: Scan = scan(file)
        for start, call in found.calls.items():
            self.calls[path, start] = call
        limits = self.environment.limits
        home = Home(path, frozenset(found.lazies), limits, helper=helper)
        interpreter = Interpreter(limits, limits.file_steps + len(file.source.text))
        interpreter.depth = depth
        language = Scope(None, home, None)
        language.variables, language.fixed = self.globals, set(self.globals)
        own = Scope(language, home, None)
        module = self.modules[path] = Module(file, Scope(own, home, interpreter), helper=helper)
        own.variables = self._own_names(module)
        modules.run_body(self, module, interpreter)
        module.done()
        return module

    def close_circles(self) -> None:
        """All files have been run: what is imported in a circle must be there by now."""
        for live, span in self.live:
            try:
                live.value(span)
            except Refusal as refusal:
                self.report(refusal)
                live.value = _told

    def run_async(self) -> None:
        """Run what was put off until all files are there, in order, each on the budget of the file that did."""
        for module, interpreter, function, span in self.pending:
            if interpreter.steps >= 0:  # else it has been said that they are spent
                self.attempt(interpreter, module, partial(interpreter.invoke, function, [], span))
        self.pending = []

    def attempt(self, interpreter: Interpreter, module: Module, action: Callable[[], object]) -> bool:
        """Do something that may be refused, which is then reported; False if so."""
        depth = interpreter.depth
        try:
            action()
        except Refusal as refusal:
            self.report(refusal)
        except RecursionError:
            self.report(
                Exhausted("this nests or calls itself too deep", Span(module.file.source, 0, 0), code="E211")
            )
        else:
            return True
        module.failed = True
        interpreter.depth, interpreter.report = depth, None
        return False

    def report(self, refusal: Refusal) -> None:
        """Note a refusal that is news."""
        if refusal.reported:
            return
        spent = refusal.span.source.path if refusal.code == "E210" else ""
        if spent not in self.spent:
            self.diagnostics.append(refusal.diagnostic())
        if spent:
            self.spent.add(spent)

    def require(self, module: Module, interpreter: Interpreter, name: str, span: Span) -> Value:
        """What another file exports, or the value of a JSON file."""
        target, imported = self.imported(module, interpreter, name, span)
        if imported is None:
            if target not in self.data:
                data = self.project.modules[target]
                value = UNDEFINED if isinstance(data, ast.File) else value_of(data, nowhere(target))
                self.data[target] = stand_in(value) if target in self.project.stand_ins else value
            return self.data[target]
        exports = modules.whole(imported.exported())
        return built_in.exported(exports) if target in built_in.BUILT_IN else exports

    def imported(
        self, module: Module, interpreter: Interpreter, name: str, span: Span
    ) -> tuple[str, Module | None]:
        """The file that a name stands for, evaluated; no module for a JSON file."""
        place = (module.path, name)
        target = self.project.resolutions.get(place)
        if target is None:
            raise _unresolved(name, span, self.project.unresolved.get(place))
        file: ast.File | Json = self.files.get(target)
        helper = file is None
        if file is None:
            file = self.project.modules[target]
        if not isinstance(file, ast.File):
            return target, None
        interpreter.deeper(8, span)
        loaded = self.load(file, helper=helper, depth=interpreter.depth)
        interpreter.depth -= 8
        return target, loaded

    # Declarations

    def declare(
        self, interpreter: Interpreter, module: Module, kind: Kind, given: list[Value], span: Span
    ) -> None:
        """`cube(name, {…})`."""
        call = self.calls.get((span.source.path, span.start))
        name_node = call.arguments[0] if call is not None and len(call.arguments) > 1 else None
        name_span = name_node.span if name_node is not None else span
        name, body = first(given), at(given, 1)
        if not isinstance(name, str):
            message = f"the name of a {kind} must be a plain text, not {coerce.kind(name)}"
            raise Refusal(message, name_span, code="E215", help=f"`{kind}('Name', {{ … }})`")
        if not isinstance(body, Object):
            message = f"the definition of {kind} `{name[:80]}` must be an object, not {coerce.kind(body)}"
            raise Refusal(message, span, code="E215", help=f"`{kind}('Name', {{ … }})`")
        interpreter.spend(STEPS_PER_DECLARATION, span)
        check_body(interpreter, body, span)
        self.declared.setdefault(module.path, []).append(
            Declaration(
                kind=kind, name=name, literal_name=_is_literal(name_node), body=body, span=span,
                name_span=name_span, file=span.source.path,
            )
        )  # fmt: skip


def _told(span: Span) -> Value:
    raise told(span)


class NoContext(Symbol):
    """`COMPILE_CONTEXT` where none is given."""

    def member(self, name: str, span: Span) -> Value:
        """Refused: a model that reads it means something else for each context."""
        raise _no_context(span)

    def hole(self, span: Span) -> str:
        """Refused likewise."""
        raise _no_context(span)

    def compare(self, operator: str, other: Value, span: Span) -> Test | bool:
        """Refused likewise."""
        raise _no_context(span)

    def value(self, span: Span) -> Value:
        """Refused likewise."""
        raise _no_context(span)


def _no_context(span: Span) -> Refusal:
    return Refusal(
        "no `COMPILE_CONTEXT` is given", span, code="E214",
        help="give one with `--compile-context` or in the configuration (`compile-context`)",
    )  # fmt: skip


def _is_literal(node: ast.Expression | ast.Spread | None) -> bool:
    """A quoted text, or a template without `${…}`."""
    if isinstance(node, ast.Template):
        return all(isinstance(part, ast.Chunk) for part in node.parts)
    return isinstance(node, ast.Text)


def _outside_of_templates(interpreter: Interpreter, name: str, span: Span) -> None:
    if interpreter.keep:
        raise Refusal(f"`{name}` cannot be called inside of a template", span, code="E215")


def _unsupported(name: str) -> Native:
    def refuse(interpreter: Interpreter, given: list[Value], span: Span) -> Value:
        raise Refusal(f"`{name}` is not supported yet", span, code="E209")

    return Native(name, refuse)


def _unresolved(name: str, span: Span, why: Diagnostic | None) -> Refusal:
    if why is None:
        return Refusal(
            f"`{name[:80]}` is imported by a name that is computed", span, code="E236",
            help="write each name in a call of its own, `require('./name')`: so it is known which files make up the model",
        )  # fmt: skip
    placed = msgspec.structs.replace(why, span=span)
    return Refusal(placed.message, span, help=placed.help, code=placed.code)
