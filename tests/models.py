"""Small models for tests: text in, compiled model and statements out."""

from datetime import UTC, datetime
from typing import Any

from cubeproof.bind import Statement
from cubeproof.diagnostics import CompileError, has_errors
from cubeproof.pipeline import Compiled, compile_model, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.read import read_queries
from cubeproof.workspace import from_texts

NOW = datetime(2020, 6, 15, 12, 0, tzinfo=UTC)


def compiled(**files: str) -> Compiled:
    """A model of files given by name (`Orders="cube(…)"`); its errors are raised."""
    project = from_texts({f"{name}.js": text for name, text in files.items()})
    model = compile_model(project.value)
    diagnostics = (*project.diagnostics, *model.diagnostics)
    if has_errors(diagnostics):
        raise CompileError(diagnostics)
    return model.value


def statement(
    model: Compiled, query: dict[str, Any], claims: dict[str, Any] | None = None, **options: Any
) -> Statement:
    """The statement of one query for some claims; what is wrong is raised."""
    context = SecurityContext.from_claims(claims or {})
    requests = read_queries(query, now=NOW, limit=None)
    if has_errors(requests.diagnostics):
        raise CompileError(requests.diagnostics)
    (request,) = requests.value
    made = compile_request(model, request, context.value, **options)
    if made.value is None:
        raise CompileError(made.diagnostics)
    return made.value


def codes(call: Any, *arguments: Any, **options: Any) -> list[str]:
    """The codes of the errors that a call raises; warnings left out."""
    try:
        call(*arguments, **options)
    except CompileError as error:
        return [d.code for d in error.diagnostics if d.severity == "error"]
    return []


def where(made: Statement) -> str:
    """What stands behind the first WHERE of the cube's own SQL."""
    inner = made.sql.split("FROM (\n")[1].split("\n) AS")[0]
    return inner.split("WHERE ", 1)[1].strip()
