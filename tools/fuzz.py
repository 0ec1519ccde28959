"""Broken and hostile model files through every stage: whatever the text, diagnostics come out, soon, and nothing else.

    python tools/fuzz.py [--cases 10000] [--seed 1] [--jobs 1] [--seconds 2] [--megabytes 200] [--failures DIR]

Cases come in rounds of 2,000. A case is a small program made from the grammar (`programs.py`), a mutation of one
(`mutations.py`), or a mutated file of the sample model beside the others. What is mutated is guided by coverage: some
cases of a round are traced, and one that makes a function call another for the first time is kept, to be mutated more
often. A round is the same for the same seed and number, whatever ran before it and in whichever process.

A case is parsed, evaluated and lowered, and now and then queried for a caller. It fails where anything is raised, where
it computes for longer than `--seconds`, where memory grows by more than `--megabytes`, where a value that a model hands on, or
that a closure of it can reach, is none of our own, or where a statement breaks what must always hold: a parameter for
each placeholder, and no claim in the text. Failing inputs are made small and written to `--failures`; exit code 1.
"""

import argparse
import gc
import random
import re
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import starmap
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NamedTuple

from cubeproof.bind import Statement
from cubeproof.diagnostics import has_errors
from cubeproof.evaluate import CompileContext, Environment, Limits, evaluate
from cubeproof.lower import ir, lower
from cubeproof.pipeline import Compiled, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.read import read_queries
from cubeproof.workspace import from_texts
from mutations import mutated
from programs import program
from reach import strangers

SCHEMA = Path(__file__).parent.parent / "schema"
NOW = datetime(2020, 6, 15, 12, tzinfo=UTC)
SENTINEL = "claim-that-stays-out"
CLAIMS = {"id": SENTINEL, "country": SENTINEL, "stores": [SENTINEL, SENTINEL]}
FULL = Environment(compile_context=CompileContext({"securityContext": {"id": 1}}), env={"a": "1"})
SMALL = Environment(
    compile_context=CompileContext({"securityContext": {"id": 1}}),
    env={"a": "1"},
    limits=Limits(file_steps=3_000, force_steps=2_000),
)
"""For most programs, so that a loop without an end is one case and not the time of a hundred."""
DIALECTS = ("postgres", "duckdb", "sqlite")
SHRINKING = 20.0
"""Seconds spent on making a failing input smaller."""
ROUND = 2_000
"""Cases that share what was found interesting."""
SAMPLE, COMPANION, MUTATED, TRACED, QUERIED = 1 / 2000, 1 / 50, 0.3, 1 / 64, 1 / 8
"""How many cases are files of the sample, have a second file, are mutations, are traced, are queried."""
KEPT = 400
"""Texts of a round that are kept to be mutated."""


class Case(NamedTuple):
    """A model of a file at `path` with some text, beside others."""

    path: str
    text: str
    beside: Mapping[str, str] = {}
    query: bool = True
    environment: Environment = FULL


class Failure(NamedTuple):
    """What went wrong, in one line that tells it from other failures, and in full."""

    kind: str
    details: str


class Finding(NamedTuple):
    """A case that fails: how, and where the case came from."""

    place: str
    failure: Failure
    small: Case


class Outcome(NamedTuple):
    """What became of a round."""

    cases: int
    failures: tuple[Finding, ...]
    peak: int
    """Kilobytes that the process took at most."""


class TooLong(BaseException):
    """The case ran out of time. No `Exception`, so that no stage can take it for its own."""


class Broken(AssertionError):
    """A statement or value that breaks what must always hold."""


def main() -> int:
    """Run the rounds; 1 where a case fails."""
    arguments = _arguments()
    sizes = [min(ROUND, arguments.cases - start) for start in range(0, arguments.cases, ROUND)]
    rounds = [(arguments.seed, number, size, arguments.seconds) for number, size in enumerate(sizes)]
    started = time.perf_counter()
    done, peak, kinds = 0, 0, set[str]()
    for outcome in _outcomes(rounds, arguments.jobs, arguments.megabytes):
        done, peak = done + outcome.cases, max(peak, outcome.peak)
        for finding in outcome.failures:
            if finding.failure.kind not in kinds:
                kinds.add(finding.failure.kind)
                _keep(finding, arguments.failures)
        if done % (ROUND * 25) == 0:
            print(f"{done} cases, {time.perf_counter() - started:.0f} s, {len(kinds)} failures", flush=True)
    taken = time.perf_counter() - started
    verdict = f"{len(kinds)} kinds of failure" if kinds else "no failure"
    figures = f"{taken:.0f} s, {done / taken:.0f} cases/s, {peak / 1024:.0f} MiB at most"
    print(f"{done} cases, seed {arguments.seed}: {verdict}; {figures}")
    return int(bool(kinds))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    parser.add_argument("--seconds", type=float, default=2.0, help="time that a case may compute")
    parser.add_argument(
        "--megabytes", type=int, default=200, help="memory that a process may take for its cases"
    )
    parser.add_argument("--failures", type=Path, metavar="DIR", help="where failing inputs are written")
    return parser.parse_args()


def _outcomes(rounds: list[tuple[int, int, int, float]], jobs: int, megabytes: int) -> Iterator[Outcome]:
    if jobs == 1:
        _prepare(megabytes)
        yield from starmap(run_round, rounds)
        return
    with ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(megabytes,)) as pool:
        yield from pool.map(run_round, *zip(*rounds, strict=True))


def _prepare(megabytes: int) -> None:
    """Make an allocation beyond the bound fail in this process: `MemoryError` is then a failing case."""
    sample()
    gc.freeze()
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if sys.platform == "linux" else 0
    if pages:
        bound = pages * resource.getpagesize() + megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (bound, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _keep(finding: Finding, folder: Path | None) -> None:
    place, failure, small = finding
    print(
        f"{place}: {failure.kind}\n{failure.details}\n--- {small.path}, made small: {small.text!r}\n{small.text}"
    )
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"\W+", "-", f"{failure.kind} {place}")
        (folder / f"{name}.js").write_text(small.text, "utf-8", errors="surrogatepass")


# Cases


def sample() -> dict[str, str]:
    """The files of the sample model, by path."""
    return {str(path.relative_to(SCHEMA)): path.read_text("utf-8") for path in sorted(SCHEMA.rglob("*.js"))}


def samples(seed: int, count: int) -> Iterator[Case]:
    """Mutated files of the sample, each beside the others, and each independent of how many come before."""
    texts = sample()
    for number in range(count):
        yield _sample(texts, random.Random(f"{seed}/sample/{number}"))


def _sample(texts: dict[str, str], chance: random.Random) -> Case:
    path = chance.choice(tuple(texts))
    return Case(path, mutated(texts[path], chance, tuple(texts.values())), texts)


def _program(chance: random.Random, kept: list[str]) -> Case:
    """A new program, or one that was kept, changed."""
    query = chance.random() < QUERIED
    change = kept and chance.random() < MUTATED
    text = mutated(chance.choice(kept), chance, tuple(kept[-8:])) if change else program(chance)
    beside = {"lib.js": program(chance)} if chance.random() < COMPANION else {}
    return Case("A.js", text, beside, query, FULL if chance.random() < SAMPLE else SMALL)


# Running


def run_round(seed: int, number: int, size: int, seconds: float) -> Outcome:
    """Some cases that learn from each other."""
    chance = random.Random(f"{seed}/{number}")
    texts = sample()
    seen: set[tuple[CodeType, CodeType]] = set()
    kept: list[str] = []
    failures: list[Finding] = []
    for at in range(size):
        case = _sample(texts, chance) if chance.random() < SAMPLE else _program(chance, kept)
        traced = chance.random() < TRACED
        failure = _traced(case, seconds, seen, kept) if traced else run(case, seconds)
        if failure is not None:
            small = smaller(case, failure, seconds)
            failures.append(Finding(f"seed {seed}, round {number}, case {at}", failure, small))
    return Outcome(size, tuple(failures), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _traced(
    case: Case, seconds: float, seen: set[tuple[CodeType, CodeType]], kept: list[str]
) -> Failure | None:
    """Run a case; its text is kept if a function called another for the first time."""
    known = len(seen)

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_back is not None:
            seen.add((frame.f_back.f_code, frame.f_code))

    before = sys.gettrace()
    sys.settrace(note)
    try:
        failure = run(case, seconds * 4)
    finally:
        sys.settrace(before)
    if len(seen) > known and len(case.text) < 500:
        kept.append(case.text)
        del kept[:-KEPT]
    return failure


def run(case: Case, seconds: float) -> Failure | None:
    """What is wrong with how a case ends; None where nothing is."""
    signal.signal(signal.SIGVTALRM, _alarm)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        _compile(case)
    except BaseException as error:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if isinstance(error, KeyboardInterrupt):
            raise
        return Failure(_kind(error), "".join(traceback.format_exception(error)[-12:]))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
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


def _compile(case: Case) -> None:
    project = from_texts({**case.beside, case.path: case.text})
    declared = evaluate(project.value, case.environment)
    if strange := strangers(declared.value):
        raise Broken(f"a model reaches {strange}")
    lowered = lower(declared.value)
    if not case.query or has_errors((*project.diagnostics, *declared.diagnostics, *lowered.diagnostics)):
        return
    compiled = Compiled(lowered.value)
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


def smaller(case: Case, failure: Failure, seconds: float) -> Case:
    """The shortest text found, within a bounded time, that fails in the same way: pieces are left out, then characters."""
    deadline = time.monotonic() + SHRINKING
    for pattern in (r"[^\n]*\n|[^\n]+", r"\s+|\w+|.", r"."):
        pieces = re.findall(pattern, case.text, re.DOTALL)
        size = max(1, len(pieces) // 2)
        while size and time.monotonic() < deadline:
            pieces = _without(case, pieces, size, (failure, seconds, deadline))
            size //= 2
        case = case._replace(text="".join(pieces))
    return case


def _without(case: Case, pieces: Sequence[str], size: int, bounds: tuple[Failure, float, float]) -> list[str]:
    """The pieces that the failure needs, tried in runs of `size`."""
    failure, seconds, deadline = bounds
    kept, at = list(pieces), 0
    while at < len(kept) and time.monotonic() < deadline:
        tried = kept[:at] + kept[at + size :]
        found = run(case._replace(text="".join(tried)), seconds)
        if found is not None and found.kind == failure.kind:
            kept = tried
        else:
            at += size
    return kept


if __name__ == "__main__":
    sys.exit(main())
