"""Broken model files through every stage: whatever the text, diagnostics come out, soon, and nothing else.

    python tools/fuzz.py [--cases 10000] [--seed 1] [--seconds 2] [--megabytes 512]

A case is a sample file, mutated a few times, beside the other files of its model; it is parsed, evaluated, lowered,
and queried once a cube, for a caller. A case fails where anything is raised, where it takes longer than `--seconds`,
where memory grows by more than `--megabytes`, or where a statement breaks what must always hold: a parameter for each
placeholder, and no claim in the text. The first failure is printed with its input, made small; exit code 1.
"""

import argparse
import random
import re
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from cubeproof.bind import Statement
from cubeproof.diagnostics import has_errors
from cubeproof.lower import ir
from cubeproof.pipeline import compile_model, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.read import read_queries
from cubeproof.workspace import from_texts

SCHEMA = Path(__file__).parent.parent / "schema"
NOW = datetime(2020, 6, 15, 12, tzinfo=UTC)
SENTINEL = "claim-that-stays-out"
CLAIMS = {"id": SENTINEL, "country": SENTINEL, "stores": [SENTINEL, SENTINEL]}
DIALECTS = ("postgres", "duckdb", "sqlite")
SHRINKING = 20.0
"""Seconds spent on making a failing input smaller."""

_TOKEN = re.compile(r"\s+|\w+|\$\{|=>|\.\.\.|.", re.DOTALL)
_TEMPLATE = re.compile(r"`([^`]*)`")
_WORD = re.compile(r"\b[a-z]\w+")
_PIECES = (
    *"{ } ( ) [ ] ` ' \" , ; : . $ \\ / ? ! = + - * & | < > ~ ^ % # @".split(),
    *"${ => ... ?. ?? && || === !== ** ++ // /* */ <!-- ${` `} '' \"\" `` () [] {}".split(),
    *"\\u0000 \\x00 \\u{110000} \\u{1F600} \\` \\${ \n \r\n \r".replace(" ", "\x01").split("\x01"),
    *"const let var function return if else for of in new this null true false undefined async await".split(),
    *"class switch while typeof delete import export default require module.exports __proto__ constructor".split(),
    *"CUBE TABLE USER_CONTEXT SECURITY_CONTEXT COMPILE_CONTEXT FILTER_PARAMS SQL_UTILS Sales Orders count".split(),
    *"${CUBE} ${Sales.count} ${Orders.sql()} .filter .requiredFilter .unsafeValue() .map(x=>x) cube( view(".split(),
    *"0 1e999 0x1f .5 1n -1 NaN Infinity /x/g sql extends: type: sql: subQuery:true primaryKey:false".split(),
)
_SQL = (
    *"' '' \" \"\" -- /* */ ; ( ) , . $1 ? ?1 :a %s $$ E'\\' [ ] { } {{ }} {% %} \\ \\n # ::int @> AS || = <>".split(),
    *" OR 1 = 1; NULL;  AS x; /* ' */; -- '\n; UNION SELECT 1; count(*); CASE WHEN; WHERE; LIMIT 1;\n;\t".split(
        ";"
    ),
    *"${CUBE} ${CUBE}. ${TABLE}.id ${CUBE.id} ${id} ${count} ${Sales.count} ${Sales} ${Sales.sql()} ${1 + 1}".split(),
    "${USER_CONTEXT.id.filter('id')}",
    "${USER_CONTEXT.id.filter((v) => `id = ${v}`)}",
    "${SECURITY_CONTEXT.stores.requiredFilter('id')}",
    "${USER_CONTEXT.id}",
    "${USER_CONTEXT.none.unsafeValue()}",
    "${FILTER_PARAMS.Sales.status.filter('status')}",
    "${FILTER_PARAMS.Orders.count.filter((v) => `x = ${v}`)}",
    "${FILTER_GROUP(FILTER_PARAMS.Sales.status.filter('status'))}",
    "${SQL_UTILS.convertTz('sold_at')}",
    "${USER_CONTEXT.id.unsafeValue() === 1 ? 'a' : 'b'}",
)
_LETTERS = "\x00\t\x0b\x7f\x85\xa0\xad\u0130\u0301\u200b\u2028\u2029\u202e\u2066\ufeff\ufffd\uffff😀𝒳ßŁ中"


class Case(NamedTuple):
    """A model whose file at `path` was mutated to `text`."""

    path: str
    text: str


class Failure(NamedTuple):
    """What went wrong, in one line that tells it from other failures, and in full."""

    kind: str
    details: str


class TooLong(BaseException):
    """The case ran out of time. No `Exception`, so that no stage can take it for its own."""


class Broken(AssertionError):
    """A statement that breaks what must always hold."""


def main() -> int:
    """Run the cases; 1 and the first failing input where one fails."""
    arguments = _arguments()
    _bound_memory(arguments.megabytes)
    texts = sample()
    started = time.perf_counter()
    for number, case in enumerate(cases(texts, arguments.seed, arguments.cases), 1):
        failure = run(texts, case, arguments.seconds)
        if failure is not None:
            small = _smaller(texts, case, failure, arguments.seconds)
            print(f"seed {arguments.seed}, case {number}: {failure.kind}\n{failure.details}")
            print(f"--- {small.path}, made small: {small.text!r}\n{small.text}")
            return 1
    taken = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate = arguments.cases / taken
    print(
        f"{arguments.cases} cases, seed {arguments.seed}: no failure; {rate:.0f} cases/s, {peak:.0f} MiB at most"
    )
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--seconds", type=float, default=2.0, help="time that a case may take")
    parser.add_argument("--megabytes", type=int, default=512, help="memory that the run may take")
    return parser.parse_args()


def _bound_memory(megabytes: int) -> None:
    """Make an allocation beyond the bound fail in this process: `MemoryError` is then a failing case."""
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if sys.platform == "linux" else 0
    if pages:
        bound = pages * resource.getpagesize() + megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (bound, resource.getrlimit(resource.RLIMIT_AS)[1]))


# Cases


def sample() -> dict[str, str]:
    """The files of the sample model, by path."""
    return {str(path.relative_to(SCHEMA)): path.read_text("utf-8") for path in sorted(SCHEMA.rglob("*.js"))}


def cases(texts: dict[str, str], seed: int, count: int) -> Iterator[Case]:
    """Mutated files; the same ones for the same seed, and each independent of how many come before."""
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        path = chance.choice(tuple(texts))
        text = texts[path]
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            text = chance.choice(_MUTATORS)(text, chance, texts)
        yield Case(path, text)


def _delete(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    tokens = _TOKEN.findall(text)
    at = chance.randrange(len(tokens) + 1)
    return "".join(tokens[:at] + tokens[at + chance.choice((1, 1, 2, 5, 20)) :])


def _duplicate(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    tokens = _TOKEN.findall(text)
    at = chance.randrange(len(tokens) + 1)
    run_of = tokens[at : at + chance.choice((1, 2, 8, 40))]
    return "".join(tokens[:at] + run_of * chance.choice((2, 2, 3, 300)) + tokens[at + len(run_of) :])


def _swap(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    tokens = _TOKEN.findall(text) or [""]
    one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return "".join(tokens)


def _insert(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_PIECES) * chance.choice((1, 1, 1, 2, 500)) + text[at:]


def _replace(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    tokens = _TOKEN.findall(text) or [""]
    tokens[chance.randrange(len(tokens))] = chance.choice(_PIECES)
    return "".join(tokens)


def _letter(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_LETTERS) + text[at + chance.choice((0, 1)) :]


def _truncate(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    at = chance.randrange(len(text) + 1)
    return chance.choice((text[:at], text[at:]))


def _splice(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    other = texts[chance.choice(tuple(texts))]
    start = chance.randrange(len(other))
    at = chance.randrange(len(text) + 1)
    return text[:at] + other[start : chance.randrange(start, len(other)) + 1] + text[at:]


def _inside(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    """Into the text of a template, which most often leaves the file a sound one: what is asked of it then matters."""
    found = [match for match in _TEMPLATE.finditer(text) if match[1]]
    if not found:
        return text
    place = chance.choice(found)
    at = chance.choice((place.start(1), place.end(1), chance.randrange(place.start(1), place.end(1) + 1)))
    return text[:at] + chance.choice((" ", "")) + chance.choice(_SQL) + chance.choice((" ", "")) + text[at:]


def _exchange(text: str, chance: random.Random, texts: dict[str, str]) -> str:
    """One template, or one word, in the place of another."""
    pattern = chance.choice((_TEMPLATE, _WORD))
    found = list(pattern.finditer(text))
    if not found:
        return text
    place, other = chance.choice(found), chance.choice(found)
    return text[: place.start()] + other[0] + text[place.end() :]


_MUTATORS: tuple[Callable[[str, random.Random, dict[str, str]], str], ...] = (
    _delete, _duplicate, _swap, _insert, _replace, _letter, _truncate, _splice,
    _inside, _inside, _inside, _inside, _exchange, _exchange,
)  # fmt: skip


# Running


def run(texts: dict[str, str], case: Case, seconds: float) -> Failure | None:
    """What is wrong with how a case ends; None where nothing is."""
    signal.signal(signal.SIGALRM, _alarm)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        _compile({**texts, case.path: case.text})
    except BaseException as error:
        signal.setitimer(signal.ITIMER_REAL, 0)
        if isinstance(error, KeyboardInterrupt):
            raise
        return Failure(_kind(error), "".join(traceback.format_exception(error)[-12:]))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def _kind(error: BaseException) -> str:
    """What tells a failure from others: its type and, where that is telling, the function that raised it."""
    name = type(error).__name__
    if isinstance(error, TooLong | RecursionError | MemoryError):
        return name
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{name} in {Path(last.filename).name}:{last.name}"


def _alarm(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong


def _compile(texts: dict[str, str]) -> None:
    project = from_texts(texts)
    made_of = compile_model(project.value)
    if has_errors((*project.diagnostics, *made_of.diagnostics)):
        return
    compiled = made_of.value
    context = SecurityContext.from_claims(CLAIMS).value
    for number, cube in enumerate(compiled.model.cubes.values()):
        requests = read_queries(_query(cube), now=NOW).value
        for request in requests:
            dialect = DIALECTS[number % len(DIALECTS)]
            answer = compile_request(compiled, request, context, dialect=dialect)
            if answer.value is not None:
                _check(answer.value)


def _query(cube: ir.Cube) -> dict[str, Any]:
    """A few members of each kind, whatever is left of the cube."""
    return {
        "measures": [f"{cube.name}.{name}" for name in list(cube.measures)[:3]],
        "dimensions": [f"{cube.name}.{name}" for name in list(cube.dimensions)[:3]],
        "segments": [f"{cube.name}.{name}" for name in list(cube.segments)[:1]],
    }


def _check(statement: Statement) -> None:
    if SENTINEL in statement.sql:
        raise Broken(f"a claim is in the text: {statement.sql}")
    if len(statement.params) != sum(not isinstance(piece, str) for piece in statement.prepared.pieces):
        raise Broken(f"{len(statement.params)} parameters for other placeholders: {statement.sql}")


# Making a failure small


def _smaller(texts: dict[str, str], case: Case, failure: Failure, seconds: float) -> Case:
    """The shortest text found, within a bounded time, that fails in the same way: pieces are left out, then characters."""
    deadline = time.monotonic() + SHRINKING
    for pattern in (r"[^\n]*\n|[^\n]+", r"\s+|\w+|.", r"."):
        pieces = re.findall(pattern, case.text, re.DOTALL)
        size = max(1, len(pieces) // 2)
        while size and time.monotonic() < deadline:
            pieces = _without(texts, case.path, pieces, size, (failure, seconds, deadline))
            size //= 2
        case = Case(case.path, "".join(pieces))
    return case


def _without(
    texts: dict[str, str], path: str, pieces: Sequence[str], size: int, bounds: tuple[Failure, float, float]
) -> list[str]:
    """The pieces that the failure needs, tried in runs of `size`."""
    failure, seconds, deadline = bounds
    kept, at = list(pieces), 0
    while at < len(kept) and time.monotonic() < deadline:
        tried = kept[:at] + kept[at + size :]
        found = run(texts, Case(path, "".join(tried)), seconds)
        if found is not None and found.kind == failure.kind:
            kept = tried
        else:
            at += size
    return kept


if __name__ == "__main__":
    sys.exit(main())
