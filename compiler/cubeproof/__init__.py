"""Cubeproof: a compiler for Cube data models, and a static test harness for who sees which rows.

>>> import cubeproof
>>> model = cubeproof.load_model("schema/Orders.js")
>>> statement = cubeproof.compile_query(model, {"measures": ["Orders.count"]}, {"id": 42})
>>> statement.params
(42,)
"""

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from cubeproof.bind import Statement
    from cubeproof.diagnostics import CompileError, Diagnostic
    from cubeproof.pipeline import Models as Model
    from cubeproof.request.context import SecurityContext

__version__ = "0.1.0"
__all__ = ["CompileError", "Diagnostic", "Model", "Statement", "check", "compile_query", "load_model"]

_HOMES = {
    "CompileError": ("cubeproof.diagnostics", "CompileError"),
    "Diagnostic": ("cubeproof.diagnostics", "Diagnostic"),
    "Model": ("cubeproof.pipeline", "Models"),
    "Statement": ("cubeproof.bind", "Statement"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: a command loads only what it needs."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cubeproof' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def load_model(*paths: str) -> "Model":
    """Read and compile the model files under some paths. Raises `CompileError` if the model has errors."""
    from cubeproof import workspace
    from cubeproof.diagnostics import CompileError, has_errors
    from cubeproof.pipeline import Models

    project = workspace.load(paths)
    models = Models(project.value)
    diagnostics = (*project.diagnostics, *models.compiled().diagnostics)
    if has_errors(diagnostics):
        raise CompileError(diagnostics)
    return models


def compile_query(
    model: "Model",
    query: dict[str, Any] | str,
    context: dict[str, Any],
    *,
    dialect: str = "postgres",
    semantics: Literal["cube", "strict"] = "cube",
    groups_claim: str | None = None,
    respect_visibility: bool = False,
) -> "Statement":
    """The SQL of one query for a caller's claims. Raises `CompileError` with everything that is wrong.

    `query` is Cube's REST query, as an object or as JSON; warnings, such as an open guard, are in
    `Statement.diagnostics`. `groups_claim` is the path of the claim that holds the caller's groups, for access policies.
    Hidden members are refused under *strict* semantics, and with `respect_visibility`.
    An array of queries, `compareDateRange` and `total` make several statements and are refused here.
    """
    from datetime import UTC, datetime

    from cubeproof.diagnostics import CompileError, Diagnostic, has_errors
    from cubeproof.pipeline import compile_request
    from cubeproof.request.read import read_queries

    if semantics not in ("cube", "strict"):
        problem = f"there are no semantics `{semantics}`"
        raise CompileError([Diagnostic(code="E627", message=problem, help='they are "cube" or "strict"')])
    caller = _caller(context)
    requests = read_queries(query, now=datetime.now(UTC))
    if has_errors(requests.diagnostics):
        raise CompileError(requests.diagnostics)
    if len(requests.value) != 1:
        raise CompileError(
            [Diagnostic(code="E366", message="one query at a time: this one makes several statements")]
        )
    compiled = model.compiled(caller)
    if has_errors(compiled.diagnostics):
        raise CompileError(compiled.diagnostics)
    made = compile_request(
        compiled.value,
        requests.value[0],
        caller,
        dialect=dialect,
        semantics=semantics,
        groups_claim=groups_claim,
        respect_visibility=respect_visibility,
    )
    if made.value is None:
        raise CompileError((*requests.diagnostics, *made.diagnostics))
    return made.value


def _caller(claims: object) -> "SecurityContext":
    from cubeproof.diagnostics import CompileError, has_errors
    from cubeproof.request.context import SecurityContext
    from cubeproof.request.jsontext import CLAIM_CODES, read_data

    read = read_data(claims, "context", CLAIM_CODES)
    made = SecurityContext.from_claims(read.value)
    if has_errors(read.diagnostics or made.diagnostics):
        raise CompileError(read.diagnostics or made.diagnostics)
    return made.value


def check(*paths: str) -> "tuple[Diagnostic, ...]":
    """Everything that is wrong with the model files under some paths, and what the rules find in them, by place."""
    from cubeproof import workspace
    from cubeproof.diagnostics import by_place
    from cubeproof.lint import lint
    from cubeproof.pipeline import Models

    project = workspace.load(paths)
    compiled = Models(project.value).compiled()
    return by_place((*project.diagnostics, *compiled.diagnostics, *lint(compiled.value.model).found))
