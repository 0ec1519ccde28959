"""The stages in a row: short enough to be the drawing.

    project → evaluate → lower → Compiled;   Compiled + request + context → plan → emit → bind → Statement

A model is compiled once for all callers. A prepared statement is kept under the query's shape and found again by
asking a later caller the same questions; nothing that depends on a caller is ever found without asking.
"""

from collections import OrderedDict
from collections.abc import Hashable, Mapping

from cubeproof.bind import Statement, bind
from cubeproof.diagnostics import Diagnostic, Result, has_errors
from cubeproof.emit import Dialect, emit
from cubeproof.emit import dialect as find_dialect
from cubeproof.emit.prepared import Prepared
from cubeproof.evaluate import CompileContext, Environment, Json, Limits, Project, evaluate
from cubeproof.evaluate.context import Read
from cubeproof.lower import ir, lower
from cubeproof.plan import names, nodes, plan
from cubeproof.plan.paths import Graph
from cubeproof.plan.visibility import hidden
from cubeproof.replay import Kept
from cubeproof.request.caller import Interview, Question
from cubeproof.request.context import SecurityContext, Semantics
from cubeproof.request.query import Request

SHAPES = 256
"""Query shapes kept per model; the least recently used goes first."""
CALLERS = 64
"""Caller shapes kept per query shape."""
CONTEXTS = 32
"""Models kept per project, by what was read of `COMPILE_CONTEXT`."""


class Compiled:
    """A model, compiled once, with the statements prepared so far."""

    def __init__(self, model: ir.Model) -> None:
        self.model = model
        self.graph = Graph(model)
        self._shapes: OrderedDict[Hashable, Kept[Question, _Prepared]] = OrderedDict()

    def callers(self, key: Hashable) -> "Kept[Question, _Prepared]":
        """The prepared statements of a query shape."""
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = Kept(CALLERS)
            if len(self._shapes) > SHAPES:
                self._shapes.popitem(last=False)
        else:
            self._shapes.move_to_end(key)
        return found


class Models:
    """A project's models: one for each distinct set of answers to what the model reads of `COMPILE_CONTEXT`.

    A model that reads none of it is one for all callers. The least recently used goes first.
    """

    def __init__(
        self, project: Project, *, env: Mapping[str, str] | None = None, limits: Limits | None = None
    ) -> None:
        self.project = project
        self._env, self._limits = dict(env or {}), limits
        self._kept: Kept[Read, Result[Compiled]] = Kept(CONTEXTS)

    def compiled(
        self, context: SecurityContext | None = None, *, compile_context: Json = None
    ) -> Result[Compiled]:
        """The model that a caller sees, or without one nobody; `compile_context` in place of the caller's claims."""
        if compile_context is None:
            compile_context = {"securityContext": context.claims if context is not None else {}}
        asked = CompileContext(compile_context)
        found = self._kept.find(asked)
        if found is None:
            found = compile_model(self.project, compile_context=asked, env=self._env, limits=self._limits)
            self._kept.keep(asked, found)
        return found


class _Prepared:
    """A prepared statement with what was said while it was made."""

    __slots__ = ("diagnostics", "statement")

    def __init__(self, statement: Prepared, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.statement, self.diagnostics = statement, diagnostics


def compile_model(
    project: Project,
    *,
    compile_context: CompileContext | None = None,
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
    respect_visibility: bool = False,
) -> Result[Statement | None]:
    """One statement for one caller; None where a diagnostic says why there is none. Raises `KeyError` for no dialect.

    Hidden members are refused under *strict* semantics, or where `respect_visibility` asks for that.
    """
    if semantics not in (
        "cube",
        "strict",
    ):  # INVARIANT: a word that is neither must not open what *strict* closes
        raise ValueError(f"no semantics: {semantics}")
    refused = hidden(compiled.model, request.query) if respect_visibility or semantics == "strict" else ()
    if refused:
        return Result(None, refused)
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
    respect_visibility: bool = False,
) -> Result[str]:
    """The plan of a request as a tree for people."""
    from cubeproof.plan.dump import dump

    refused = hidden(compiled.model, request.query) if respect_visibility or semantics == "strict" else ()
    if refused:
        return Result("", refused)
    interview = Interview(context, request.values, groups_claim)
    planned = _plan(compiled, request, interview, semantics, aliases)
    return Result("" if planned.value is None else dump(planned.value), planned.diagnostics)
