"""The `cubeproof` fixture: a model compiled for tests that are written by hand."""

import os
from functools import cached_property
from typing import Any, Literal

from cubeproof.audit import facts
from cubeproof.bind import Statement
from cubeproof.config import load
from cubeproof.diagnostics import CompileError, has_errors
from cubeproof.pipeline import Models


class CompiledQuery:
    """A statement, and questions that a test asks of it; equal to its SQL."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement

    @property
    def sql(self) -> str:
        """The SQL with placeholders."""
        return self.statement.sql

    @property
    def params(self) -> tuple[Any, ...]:
        """The values for them."""
        return self.statement.params

    def restricts(self, *, cube: str, claim: str) -> bool:
        """Whether a bound guard by this claim leaves only the caller's rows of this cube."""
        return any(
            fact.guard.cube == cube and fact.guard.claim == claim
            and fact.guard.state == "bound" and fact.effect == "restricts"
            for fact in facts(self.statement)
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.sql}\n"


class Cubeproof:
    """The model of the configuration above a folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    @cached_property
    def model(self) -> Models:
        """The model, read once. Raises `CompileError` if it has errors."""
        from cubeproof.workspace import load as load_model

        found = load(self.folder, os.environ)
        configuration, home = found.value.configuration, found.value.folder or self.folder
        paths = (
            configuration.model
            or tuple(n for n in ("schema", "model") if os.path.isdir(os.path.join(home, n)))[:1]
        )
        project = load_model([os.path.join(home, path) for path in paths], shown_from=home)
        problems = (*found.diagnostics, *project.diagnostics)
        if has_errors(problems):
            raise CompileError(problems)
        return Models(project.value, env=configuration.env)

    def compile(
        self,
        query: dict[str, Any],
        claims: dict[str, Any],
        *,
        dialect: str = "postgres",
        semantics: Literal["cube", "strict"] = "cube",
    ) -> CompiledQuery:
        """The statement of one query for some claims. Raises `CompileError` with everything that is wrong."""
        from cubeproof import compile_query

        return CompiledQuery(compile_query(self.model, query, claims, dialect=dialect, semantics=semantics))
