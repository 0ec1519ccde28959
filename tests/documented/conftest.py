"""The documentation's cube, compiled as a user would, and snapshots as files that can be read."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sql_files import SqlFiles
from syrupy.assertion import SnapshotAssertion

from cubeproof import workspace
from cubeproof.bind import Statement
from cubeproof.diagnostics import CompileError, Result, has_errors
from cubeproof.pipeline import Compiled, compile_model, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.read import read_queries

NOW = datetime(2020, 6, 15, 12, tzinfo=UTC)
Answer = Result[Statement | None]
Ask = Callable[..., Answer]


@pytest.fixture
def sql_files(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Snapshots, one `.sql` file each."""
    return snapshot.use_extension(SqlFiles)


@pytest.fixture(scope="session")
def sample(schema: Path) -> Compiled:
    """All files of the sample model."""
    project = workspace.from_texts(
        {
            f"schema/{file.relative_to(schema).as_posix()}": file.read_text("utf-8")
            for file in schema.rglob("*.js")
        }
    )
    made = compile_model(project.value)
    problems = (*project.diagnostics, *made.diagnostics)
    if has_errors(problems):
        raise CompileError(problems)
    return made.value


@pytest.fixture(scope="session")
def ask(sample: Compiled) -> Ask:
    """Compile a query for some claims, from an empty cache; what is wrong with it is in the answer."""

    def asked(query: dict[str, Any], claims: Any, **options: Any) -> Answer:
        requests = read_queries(query, now=NOW)
        context = SecurityContext.from_claims(claims)
        problems = (*requests.diagnostics, *context.diagnostics)
        if has_errors(problems):
            return Result(None, problems)
        (request,) = requests.value
        return compile_request(Compiled(sample.model), request, context.value, **options)

    return asked
