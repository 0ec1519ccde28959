"""The stages in a row: short enough to be the drawing.

    project → evaluate → lower → Compiled;   Compiled + request + context → plan → emit → bind → Statement

A model is compiled once for all callers. A prepared statement is kept under the query's shape and found again by
asking a later caller the same questions; nothing that depends on a caller is ever found without asking.
"""

from collections import OrderedDict
from collections.abc import Hashable, Mapping

import msgspec

from cubeproof.bind import Statement, bind
from cubeproof.diagnostics import Diagnostic, Result, has_errors
from cubeproof.emit import Dialect, emit
from cubeproof.emit import dialect as find_dialect
from cubeproof.emit.prepared import Prepared
from cubeproof.evaluate import Environment, Json, Limits, Project, evaluate
from cubeproof.lower import ir, lower
from cubeproof.parse import ast
from cubeproof.plan import names, nodes, plan
from cubeproof.plan.paths import Graph
from cubeproof.request.caller import Interview, Question
from cubeproof.request.context import SecurityContext, Semantics
from cubeproof.request.query import Request

SHAPES = 256
"""Query shapes kept per model; the least recently used goes first."""
CALLERS = 64
"""Caller shapes kept per query shape."""
CONTEXTS = 32
"""Compile contexts kept per project."""
_CONTEXT = "COMPILE_CONTEXT"


class Compiled:
    """A model, compiled once, with the statements prepared so far."""

    def __init__(self, model: ir.Model) -> None:
        self.model = model
        self.graph = Graph(model)
        self._shapes: OrderedDict[Hashable, _Callers] = OrderedDict()

    def callers(self, key: Hashable) -> "_Callers":
        """The prepared statements of a query shape."""
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = _Callers()
            if len(self._shapes) > SHAPES:
                self._shapes.popitem(last=False)
        else:
            self._shapes.move_to_end(key)
        return found


class Models:
    """A project's models: one for all callers, or, if its text reads `COMPILE_CONTEXT`, one for each caller's claims.

    `compile_context` fixes it for all callers. Never shared between two callers of different claims; the least
    recently used goes first.
    """

    def __init__(
        self,
        project: Project,
        *,
        compile_context: Json = None,
        env: Mapping[str, str] | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.project = project
        self._env, self._limits = dict(env or {}), limits
        self._fixed = compile_context
        sources = (*project.files, *project.modules.values())
        self._reads_context = any(
            isinstance(file, ast.File) and _CONTEXT in file.source.text for file in sources
        )
        self._compiled: OrderedDict[bytes, Result[Compiled]] = OrderedDict()

    def compiled(self, context: SecurityContext | None = None) -> Result[Compiled]:
        """The model that a caller sees; without a caller, with no claims."""
        visible = self._fixed
        if visible is None:
            visible = {
                "securityContext": context.claims if context is not None and self._reads_context else {}
            }
        key = msgspec.json.encode(visible)
        found = self._compiled.get(key)
        if found is None:
            found = self._compiled[key] = compile_model(
                self.project, compile_context=visible, env=self._env, limits=self._limits
            )
            if len(self._compiled) > CONTEXTS:
                self._compiled.popitem(last=False)
        else:
            self._compiled.move_to_end(key)
        return found


class _Prepared:
    """A prepared statement with what was said while it was made."""

    __slots__ = ("diagnostics", "statement")

    def __init__(self, statement: Prepared, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.statement, self.diagnostics = statement, diagnostics


class _Ask:
    """A question, and where each answer met so far leads."""

    __slots__ = ("answers", "question")

    def __init__(self, question: Question) -> None:
        self.question = question
        self.answers: dict[Hashable, _Ask | _Prepared] = {}


class _Callers:
    """A decision tree of questions; its leaves are prepared statements."""

    __slots__ = ("_count", "_root")

    def __init__(self) -> None:
        self._root: _Ask | _Prepared | None = None
        self._count = 0

    def find(self, interview: Interview) -> _Prepared | None:
        """The statement for a caller who gives the same answers as an earlier one."""
        at = self._root
        while isinstance(at, _Ask):
            at = at.answers.get(interview.answer(at.question))
        return at

    def keep(self, interview: Interview, prepared: _Prepared) -> None:
        """Remember a statement under the answers that led to it."""
        if self._count >= CALLERS:
            self._root, self._count = None, 0
        self._count += 1
        node: _Ask | _Prepared = prepared
        if self._root is None or isinstance(self._root, _Prepared):
            for question, answer in reversed(interview.answers.items()):
                asked = _Ask(question)
                asked.answers[answer] = node
                node = asked
            self._root = node
            return
        at = self._root
        steps = list(interview.answers.items())
        for step, (question, answer) in enumerate(steps):
            assert at.question == question  # noqa: S101 — planning asks in one order
            following = at.answers.get(answer)
            if isinstance(following, _Ask):
                at = following
                continue
            for later, reply in reversed(steps[step + 1 :]):
                asked = _Ask(later)
                asked.answers[reply] = node
                node = asked
            at.answers[answer] = node
            return


def compile_model(
    project: Project,
    *,
    compile_context: Json = None,
    env: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Result[Compiled]:
    """Evaluate and lower a model. With an error among the diagnostics it is for looking at, not for queries."""
    environment = Environment(compile_context=compile_context, env=env or {}, limits=limits or Limits())
    declared = evaluate(project, environment)
    lowered = lower(declared.value)
    return Result(Compiled(lowered.value), (*declared.diagnostics, *lowered.diagnostics))


def compile_request(
    compiled: Compiled,
    request: Request,
    context: SecurityContext,
    *,
    dialect: str = "postgres",
    semantics: Semantics = "cube",
    aliases: names.AliasStyle = "dotted",
    groups_claim: str | None = None,
) -> Result[Statement | None]:
    """One statement for one caller; None where a diagnostic says why there is none. Raises `KeyError` for no dialect."""
    callers = compiled.callers((request.query, dialect, semantics, aliases, groups_claim))
    interview = Interview(context, request.values, groups_claim)
    prepared = callers.find(interview)
    if prepared is None:
        made = prepare(compiled, request, interview, find_dialect(dialect), semantics, aliases)
        if made.value is None:
            return Result(None, made.diagnostics)
        prepared = _Prepared(made.value, made.diagnostics)
        callers.keep(interview, prepared)
    return bind(
        prepared.statement, context, request.values, semantics=semantics, diagnostics=prepared.diagnostics
    )


def prepare(
    compiled: Compiled,
    request: Request,
    interview: Interview,
    dialect: Dialect,
    semantics: Semantics,
    aliases: names.AliasStyle,
) -> Result[Prepared | None]:
    """Plan and write a statement, asking the caller what it depends on."""
    planned = _plan(compiled, request, interview, semantics, aliases)
    if planned.value is None:
        return Result(None, planned.diagnostics)
    written = emit(planned.value, dialect, interview.query_value)
    diagnostics = (*planned.diagnostics, *written.diagnostics)
    return Result(None if has_errors(diagnostics) else written.value, diagnostics)


def _plan(
    compiled: Compiled,
    request: Request,
    interview: Interview,
    semantics: Semantics,
    aliases: names.AliasStyle,
) -> Result[nodes.Plan | None]:
    model, graph = compiled.model, compiled.graph
    return plan(model, request.query, interview, semantics=semantics, aliases=aliases, graph=graph)


def explain_request(
    compiled: Compiled,
    request: Request,
    context: SecurityContext,
    *,
    semantics: Semantics = "cube",
    aliases: names.AliasStyle = "dotted",
    groups_claim: str | None = None,
) -> Result[str]:
    """The plan of a request as a tree for people."""
    from cubeproof.plan.dump import dump

    interview = Interview(context, request.values, groups_claim)
    planned = _plan(compiled, request, interview, semantics, aliases)
    return Result("" if planned.value is None else dump(planned.value), planned.diagnostics)
