"""How fast a query becomes a statement, the model being compiled: by our planner, and by Cube's in the same run.

Cube's compiler is asked over a pipe; what the pipe takes is measured with requests that it refuses at once, and left
out. Its queries differ in their limits, or in the values of a filter, since it keeps what it compiled for equal ones.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from cubeproof.diagnostics import CompileError, has_errors
from cubeproof.pipeline import SHAPES, Compiled, compile_model, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.query import Request
from cubeproof.request.read import read_queries
from cubeproof.workspace import from_texts
from figures import Figure, each
from oracle import asking

SCHEMA = Path(__file__).resolve().parent.parent / "schema"
NOW = datetime(2020, 6, 15, 12, tzinfo=UTC)
VARIED = 2 * SHAPES
"""Queries of different shapes, asked in turn: each has been forgotten when it comes again."""
VALUES = 64
"""Queries of one shape, with different values."""
CUBES, JOINS = 1_000, 10
"""A model with many joins, and how many each of its cubes has."""
CLAIMS: dict[str, Any] = {"id": 42, "country": "US", "stores": [1, 2]}
COUNT: dict[str, Any] = {"measures": ["Orders.count"]}
FILTER = {"member": "Sales.campaign", "operator": "equals", "values": ["spring"]}
MONTHS = {"dimension": "Sales.soldAt", "granularity": "month", "dateRange": ["2019-01-01", "2019-12-31"]}
JOINED: dict[str, Any] = {
    "measures": ["Sales.count", "Sales.returnRate"],
    "dimensions": ["Stores.name", "Customers.city"],
    "timeDimensions": [MONTHS],
    "filters": [FILTER],
}
HARD: dict[str, Any] = {
    **JOINED,
    "measures": ["Sales.count", "Sales.runningCount", "LineItems.count"],
    "dimensions": ["Stores.name"],
}
"""Sales are multiplied by their lines, and summed up over time."""
RUNNING = "runningCount: {\n      type: `count`,\n      rollingWindow: { trailing: `unbounded` },\n    },\n"


def measured(rounds: int, oracle: Path | None) -> Iterator[Figure]:
    """The lines of the table; Cube's with the folder of its compiler."""
    texts = _sample()
    compiled = _compile(texts)
    count = rounds * 40
    yield Figure("read a query", each(lambda _: _request(COUNT), count) * 1e3, "ms")
    simple = _cold(compiled, COUNT, count)
    yield Figure("compile a simple query, warm", simple * 1e3, "ms", 0.5)
    joined, hard = _cold(compiled, JOINED, count), _cold(compiled, HARD, count)
    callers = [{"id": number} for number in range(1, VALUES + 1)]
    request = _request(COUNT)
    caller = each(lambda n: _statement(compiled, request, callers[n % VALUES]), count)
    yield Figure("another caller of the same shape", caller * 1e3, "ms", 0.05)
    requests = [_request(query) for query in _valued()]
    value = each(lambda n: _statement(compiled, requests[n % VALUES], CLAIMS), count)
    yield Figure("another value of the same shape", value * 1e3, "ms", 0.05)
    yield from _beside_cube(texts, oracle, joined, hard, value)
    yield _dense()


def _beside_cube(
    texts: dict[str, str], oracle: Path | None, joined: float, hard: float, value: float
) -> Iterator[Figure]:
    names = ("a joined query, warm", "with fan-out and a window, warm", "a joined query, another value")
    ours = (joined, hard, value)
    if oracle is None:
        yield from (Figure(name, taken * 1e3, "ms") for name, taken in zip(names, ours, strict=True))
        return
    asked = ([*_limited(JOINED)], [*_limited(HARD)], _valued())
    cubes = [_cube(oracle, texts, queries) for queries in asked]
    for name, taken, cube, target in zip(names, ours, cubes, (1, 3, 1 / 20), strict=True):
        # the hard query against Cube's simple one: what it may cost at most
        base = cubes[0] if target == 3 else cube
        note = f"{taken * 1e3:.3f} ms, Cube {cube * 1e3:.2f} ms"
        yield Figure(f"{name}, against Cube's", taken / base, "x", target, note)


def _sample() -> dict[str, str]:
    """The sample model in words of the newest Cube, with a measure that is summed up over time."""
    files = {path.name: path.read_text("utf-8") for path in sorted(SCHEMA.rglob("*.js"))}
    texts = {name: text.replace("USER_CONTEXT", "SECURITY_CONTEXT") for name, text in files.items()}
    texts["Sales.js"] = texts["Sales.js"].replace("measures: {\n", "measures: {\n    " + RUNNING, 1)
    return texts


def _limited(query: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return ({**query, "limit": number} for number in range(1, VARIED + 1))


def _valued() -> list[dict[str, Any]]:
    return [{**JOINED, "filters": [{**FILTER, "values": [f"value {n}"]}]} for n in range(VALUES)]


def _compile(texts: dict[str, str]) -> Compiled:
    project = from_texts(texts)
    model = compile_model(project.value)
    problems = (*project.diagnostics, *model.diagnostics)
    if has_errors(problems):
        raise CompileError(problems)
    return model.value


def _cold(compiled: Compiled, query: dict[str, Any], count: int) -> float:
    requests = [_request(limited) for limited in _limited(query)]
    return each(lambda n: _statement(compiled, requests[n % VARIED], CLAIMS), count)


def _request(query: dict[str, Any]) -> Request:
    return read_queries(query, now=NOW).value[0]


def _statement(compiled: Compiled, request: Request, claims: dict[str, Any]) -> None:
    made = compile_request(compiled, request, SecurityContext(claims=claims))
    if made.value is None:
        raise CompileError(made.diagnostics)


# Cube


def _cube(oracle: Path, texts: dict[str, str], queries: Sequence[dict[str, Any]]) -> float:
    """Seconds that Cube's compiler takes for a query: the median, without what the pipe takes."""
    with asking(oracle) as ask:

        def about(query: dict[str, Any], version: str = "1.7") -> dict[str, Any]:
            return ask({"files": texts, "query": query, "context": CLAIMS, "version": version})

        answer = about(queries[0])
        if "sql" not in answer:
            raise RuntimeError(f"Cube refuses: {answer}")
        taken = _median(about, queries)
        pipe = _median(lambda query: about(query, "none"), queries)
    return taken - pipe


def _median(ask: Callable[[dict[str, Any]], object], queries: Sequence[dict[str, Any]]) -> float:
    """The later half of the queries: by then the engine has compiled what it runs."""
    times = []
    for query in queries:
        started = time.perf_counter()
        ask(query)
        times.append(time.perf_counter() - started)
    return median(times[len(times) // 2 :])


# Many cubes


def _dense() -> Figure:
    """Queries over cubes that are anywhere in a dense graph of joins."""
    chance = random.Random(1)
    compiled = _compile({f"C{n}.js": _joining(n, chance) for n in range(CUBES)})
    requests = [_request({"dimensions": _spread(chance)}) for _ in range(VARIED)]
    context, answered = SecurityContext(claims={}), 0

    def plan(number: int) -> None:
        nonlocal answered
        answered += compile_request(compiled, requests[number % VARIED], context).value is not None

    taken = each(plan, VARIED)
    note = f"{answered} of {VARIED + 20} answered"
    return Figure(f"a query over 3 of {CUBES:,} cubes with {JOINS} joins each", taken * 1e3, "ms", 5, note)


def _joining(number: int, chance: random.Random) -> str:
    targets = sorted({n for n in chance.choices(range(CUBES), k=JOINS) if n != number})
    joins = ", ".join(
        f"C{n}: {{relationship: `belongsTo`, sql: `${{CUBE}}.c{n} = ${{C{n}}}.id`}}" for n in targets
    )
    members = "id: {sql: `id`, type: `number`, primaryKey: true, shown: true}"
    return f"cube(`C{number}`, {{sql: `SELECT * FROM c{number}`, joins: {{{joins}}}, dimensions: {{{members}}}}});"


def _spread(chance: random.Random) -> list[str]:
    return [f"C{number}.id" for number in chance.sample(range(CUBES), 3)]
