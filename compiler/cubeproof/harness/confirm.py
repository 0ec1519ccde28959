"""Own rows, confirmed by executing: with fixtures, every row that a caller sees of a cube has the claim in the guarded column.

What the facts call own rows is looked at in the embedded database; a row of someone else contradicts them, and is said as an
error (E660), whatever the scenarios expect. Where the cube does not show the guarded column, nothing can be confirmed.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from cubeproof.audit import Fact, facts
from cubeproof.bind import Guard, Statement
from cubeproof.diagnostics import CompileError, Diagnostic
from cubeproof.engines import EngineError
from cubeproof.harness.probe import probe
from cubeproof.harness.scenario import DUCKDB
from cubeproof.harness.session import Cells


class Confirmed(NamedTuple):
    """How many tokens' own rows of a cube were looked at, and what contradicts the facts."""

    looks: int
    problems: tuple[Diagnostic, ...]


Judge: TypeAlias = Callable[[Statement], tuple[Fact, ...]]


def confirm(suites: list[Cells], judge: Judge = facts) -> Confirmed:
    """Look at the own rows of every token of the suites that have fixtures; `judge` says which are."""
    looks, problems = 0, []
    for cells in suites:
        if cells.suite.fixtures is None:
            continue
        for token in cells.suite.tokens:
            for found in _of_token(cells, token, judge):
                looks += 1
                if found is not None:
                    problems.append(found)
    return Confirmed(looks, tuple(problems))


def _of_token(cells: Cells, token: str, judge: Judge) -> Iterator[Diagnostic | None]:
    """A look at each cube that the token sees own rows of: None where all is well."""
    bench = cells.bench
    try:
        context = bench.context(token)
        model = bench.compiled(context).model
    except CompileError:
        return
    for cube in model.cubes:
        statement = bench.statement(*probe(model, cube), context, DUCKDB)
        if isinstance(statement, tuple):
            continue
        for fact in judge(statement):
            guard = fact.guard
            if fact.effect != "restricts" or guard.state != "bound" or guard.cube != cube or guard.on is None:
                continue
            values = {_text(statement.params[at]) for at in guard.params}
            try:
                seen = bench.keys(token, cube, guard.on.rpartition(".")[2].strip('"`'))
            except (CompileError, EngineError):
                continue
            others = [value for value in seen if _text(value) not in values]
            yield _contradicted(token, guard, others) if others else None


def _text(value: Any) -> str:
    return str(value).lower()


def _contradicted(token: str, guard: Guard, others: list[Any]) -> Diagnostic:
    shown = ", ".join(map(str, others[:5]))
    return Diagnostic(
        code="E660",
        message=f"`{token}` sees rows of `{guard.cube}` whose `{guard.on}` is not claim `{guard.claim}`: {shown}",
        span=guard.span,
        cube=guard.cube,
        help="what Cubeproof says of this guard is wrong: please report it, with the model",
    )
