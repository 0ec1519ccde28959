"""Compiles cells and looks at rows; what several cells of one suite need is made once and kept.

Tokens are signed with a key that lives as long as the workbench, and verified as any other. Knows suites and the
pipeline; must not know what is expected of a cell.
"""

import os
import secrets
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgspec

from cubeproof.bind import Statement
from cubeproof.config import Configuration
from cubeproof.diagnostics import CompileError, Diagnostic, has_errors
from cubeproof.emit import dialect
from cubeproof.engines import Engine, connect, plain
from cubeproof.harness.probe import probe, without_guards
from cubeproof.harness.scenario import DUCKDB, OWN, Cell, Suite
from cubeproof.harness.states import varied
from cubeproof.pipeline import Compiled, Models, compile_request, prepare
from cubeproof.request.caller import Holds, InGroup, Interview, KindOf, OutcomeOf, QueryValueOf
from cubeproof.request.context import SecurityContext
from cubeproof.request.query import Request
from cubeproof.request.read import read_queries
from cubeproof.request.token import sign, verify
from cubeproof.workspace import load


class Variant(msgspec.Struct, frozen=True):
    """A cell with one claim varied (None: as it is): a statement for each part of the query, or why there is none."""

    claim: str | None
    context: SecurityContext
    statements: tuple[Statement, ...]
    errors: tuple[Diagnostic, ...]


class Workbench:
    """The model of a suite, its callers and its rows."""

    def __init__(self, suite: Suite, configuration: Configuration, home: str) -> None:
        self.suite, self.configuration, self.home = suite, configuration, home
        self._secret = secrets.token_hex(32)
        self._contexts: dict[str, SecurityContext] = {}
        self._requests: dict[str, tuple[Request, ...] | CompileError] = {}
        self._claims: dict[tuple[str, str], tuple[str, ...]] = {}

    @cached_property
    def models(self) -> Models:
        """The model's files. Raises `CompileError` if they cannot be read."""
        suite, configuration = self.suite, self.configuration
        paths = [os.path.join(suite.folder, path) for path in suite.model]
        paths = paths or [os.path.join(self.home, path) for path in configuration.model]
        paths = (
            paths
            or [p for name in ("schema", "model") if os.path.isdir(p := os.path.join(self.home, name))][:1]
        )
        modules = {name: os.path.join(self.home, path) for name, path in configuration.modules.items()}
        project = load(paths, modules, shown_from=self.home)
        if has_errors(project.diagnostics):
            raise CompileError(project.diagnostics)
        return Models(project.value, env=configuration.env)

    def compiled(self, context: SecurityContext) -> Compiled:
        """The model that a caller sees. Raises `CompileError` if it has errors."""
        found = self.models.compiled(context)
        if has_errors(found.diagnostics):
            raise CompileError(found.diagnostics)
        return found.value

    def context(self, token: str) -> SecurityContext:
        """The claims of a token, signed and verified. Raises `CompileError` for one that is not valid."""
        if token not in self._contexts:
            suite = self.suite
            signed = sign(suite.tokens[token], self._secret, None, suite.now)
            read = verify(signed.value or "", self._secret, suite.now) if signed.value else signed
            if read.value is None:
                raise CompileError(read.diagnostics)
            assert isinstance(read.value, dict)  # noqa: S101 — what verify gives
            claims = {k: v for k, v in read.value.items() if k != "iat" or "iat" in suite.tokens[token]}
            self._contexts[token] = SecurityContext.from_claims(claims).value
        return self._contexts[token]

    def requests(self, query: str) -> tuple[Request, ...]:
        """The statements that a query asks for. Raises `CompileError` for a wrong query."""
        if query not in self._requests:
            limit = self.configuration.limit
            read = read_queries(self.suite.queries[query], now=self.suite.now, limit=limit)
            wrong = has_errors(read.diagnostics)
            self._requests[query] = CompileError(read.diagnostics) if wrong else read.value
        found = self._requests[query]
        if isinstance(found, CompileError):
            raise found
        return found

    def anyone(self) -> SecurityContext:
        """The first of the tokens that is valid; without one, nobody."""
        for token in self.suite.tokens:
            try:
                return self.context(token)
            except CompileError:
                continue
        return SecurityContext(claims={})

    # Cells

    def variants(self, cell: Cell) -> tuple[Variant, ...]:
        """The cell's statements: one variant for the token as it is, or one for each claim that the query reads."""
        try:
            context = self.context(cell.token)
        except CompileError as error:  # a token that is refused is an answer too, which can be expected
            return (Variant(None, SecurityContext(claims={}), (), error.diagnostics),)
        if cell.state == OWN:
            return (self._variant(cell, None, context),)
        return tuple(
            self._variant(
                cell, claim,
                SecurityContext(claims=varied(context.claims, tuple(claim.split(".")), cell.state)),
            )
            for claim in self.claims(cell.token, cell.query)
        )  # fmt: skip

    def _variant(self, cell: Cell, claim: str | None, context: SecurityContext) -> Variant:
        try:
            compiled, requests = self.compiled(context), self.requests(cell.query)
        except CompileError as error:
            return Variant(claim, context, (), error.diagnostics)
        made = [self.statement(compiled, request, context, cell.dialect) for request in requests]
        errors = tuple(d for one in made if isinstance(one, tuple) for d in one)
        statements = () if errors else tuple(one for one in made if isinstance(one, Statement))
        return Variant(claim, context, statements, errors)

    def statement(
        self, compiled: Compiled, request: Request, context: SecurityContext, dialect: str
    ) -> Statement | tuple[Diagnostic, ...]:
        """The statement of a request for a caller, or why there is none."""
        chosen = self.configuration
        made = compile_request(
            compiled,
            request,
            context,
            dialect=dialect,
            semantics=self.suite.semantics or chosen.semantics,
            aliases=chosen.aliases,
            groups_claim=chosen.groups_claim,
            respect_visibility=chosen.respect_visibility,
        )
        return made.diagnostics if made.value is None else made.value

    def claims(self, token: str, query: str) -> tuple[str, ...]:
        """The claims that a query's SQL depends on for a caller, by path, as they are asked for."""
        key = (token, query)
        if key not in self._claims:
            self._claims[key] = self._asked(token, query)
        return self._claims[key]

    def _asked(self, token: str, query: str) -> tuple[str, ...]:
        chosen = self.configuration
        try:
            context = self.context(token)
            compiled, requests = self.compiled(context), self.requests(query)
        except CompileError:
            return ()
        found: dict[str, None] = {}
        for request in requests:
            interview = Interview(context, request.values, chosen.groups_claim)
            # the clearest semantics asks for every claim, whatever it then refuses
            prepare(compiled, request, interview, dialect(DUCKDB), "cube", chosen.aliases)
            for question in interview.answers:
                if not isinstance(question, QueryValueOf | Holds):
                    assert isinstance(question, KindOf | OutcomeOf | InGroup) or question.path  # noqa: S101
                    found[".".join(question.path)] = None
        return tuple(name for name in found if name)

    # Rows

    @cached_property
    def engine(self) -> Engine:
        """The fixtures in an embedded database. Raises `CompileError` where they do not load."""
        path = os.path.join(self.suite.folder, self.suite.fixtures or "")
        try:
            with open(path, encoding="utf-8-sig") as opened:
                text = opened.read()
        except (OSError, UnicodeDecodeError):
            problem = f"the fixtures `{self.suite.fixtures}` cannot be read"
            raise CompileError(
                [Diagnostic(code="E655", message=problem, path=self.suite.source.path)]
            ) from None
        return connect("duckdb:///:memory:", data=text)

    def rows(self, variant: Variant) -> list[list[Any]]:
        """What the statements of a cell in this dialect bring. Raises `EngineError` where the database refuses."""
        return [
            [plain(value) for value in row]
            for statement in variant.statements
            for row in self.engine.run(statement.sql, statement.params).rows
        ]

    def keys(self, token: str, cube: str, column: str, *, guarded: bool = True) -> list[Any]:
        """A column of the rows that a caller sees of a cube, or of all. Raises `CompileError` and `EngineError`."""
        context = self.context(token)
        model = self.compiled(context).model
        if cube not in model.cubes:
            raise CompileError([_no_cube(cube, model.cubes)])
        made = self.statement(
            *probe(model if guarded else without_guards(model), cube, column), context, DUCKDB
        )
        if isinstance(made, tuple):
            raise CompileError(made)
        return [plain(row[0]) for row in self.engine.run(made.sql, made.params).rows]


def _no_cube(cube: str, known: Iterable[str]) -> Diagnostic:
    from cubeproof.diagnostics.nearest import nearest

    meant = nearest(cube, known)
    return Diagnostic(
        code="E653", message=f"there is no cube `{cube}`", help=f"did you mean `{meant}`?" if meant else None
    )
