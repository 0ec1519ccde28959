"""How fast it is: one table, each figure beside its target.

    python tools/bench.py [--python EXECUTABLE] [--oracle DIR] [--rounds 25] [--strict]

Whole processes are measured with an installed, byte-compiled package, in an environment that is made for the run, or
with the `cubeproof` beside `--python`; they are given as multiples of the start of an empty Python, measured in turn
with them. Everything else is measured in this process. Figures are medians; run it on an idle machine. `--oracle` is a
folder with Cube's compiler behind `oracle.js`, whose time is printed for comparison. `--strict` exits with 1 where a
figure is over its target.
"""

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import bench_models
import bench_queries
from cubeproof.parse import parse
from cubeproof.parse.lexer import lex
from cubeproof.parse.limits import Limits
from cubeproof.source import Source
from figures import Figure, time_of

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema"
QUERY = '{"measures": ["Orders.count"]}'
SEEDS = 20


def main() -> int:
    """Measure, print; 1 where a figure is over and that was asked."""
    arguments = _arguments()
    figures: list[Figure] = []
    for figure in itertools.chain(
        _installed(arguments.python, arguments.rounds, arguments.oracle),
        _parsing(arguments.rounds),
        bench_models.measured(arguments.oracle),
        bench_queries.measured(arguments.rounds, arguments.oracle),
    ):
        print(figure.line(), flush=True)
        figures.append(figure)
    over = [figure.name for figure in figures if figure.over]
    print(f"over: {', '.join(over)}" if over else "all within their targets")
    return int(bool(over) and arguments.strict)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--python", type=Path, help="interpreter of an environment that has the package installed"
    )
    parser.add_argument("--oracle", type=Path, default=os.environ.get("CUBEPROOF_ORACLE"), metavar="DIR")
    parser.add_argument("--rounds", type=int, default=25, help="runs of each process")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a figure is over its target")
    return parser.parse_args()


# Whole processes


def _installed(python: Path | None, rounds: int, oracle: Path | None) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="cubeproof-bench-") as place:
        folder = Path(place)
        interpreter = python or _environment(folder)
        # the files alone: what a folder above holds is no part of the figure
        shutil.copytree(SCHEMA, folder / "model" / "schema")
        os.chdir(folder / "model")
        with _environ(PYTHONDONTWRITEBYTECODE=None):
            yield from _processes(interpreter, rounds, oracle)
            yield _deterministic(interpreter)
        os.chdir(ROOT)


def _environment(folder: Path) -> Path:
    """An environment with the package installed from a copy of the sources, compiled to byte code; its interpreter."""
    source = folder / "source"
    for name in ("compiler", "grammar"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*")
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, source / name)
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    pins = ROOT / "tools" / "constraints.txt"
    subprocess.run([python, "-m", "pip", "install", "-qq", "--constraint", pins, source], check=True)
    subprocess.run([python, "-m", "compileall", "-q", folder / "venv" / "lib"], check=False)
    return python


def _processes(python: Path, rounds: int, oracle: Path | None) -> Iterator[Figure]:
    command = python.parent / "cubeproof"
    commands: dict[str, list[Any]] = {
        "empty": [python, "-c", "pass"],
        "compile": [command, "compile", "schema/Orders.js", "-q", QUERY, "-c", '{"u": {"id": 42}}'],
        "help": [command, "--help"],
    }
    given: dict[str, str] = {}
    if oracle:
        commands |= {"node": ["node", "-e", "0"], "oracle": ["node", oracle.resolve() / "oracle.js"]}
        model = (SCHEMA / "Orders.js").read_text("utf-8")
        asked = {"files": {"Orders.js": model}, "query": json.loads(QUERY), "context": {"id": 42}}
        given["oracle"] = json.dumps(asked)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        # in turn, so that whatever else the machine does meets all of them
        for name, words in commands.items():
            taken = _run(words, given.get(name, ""))
            if number:  # the first one warms the disk
                times[name].append(taken)
    spent = {name: median(taken) for name, taken in times.items()}
    empty = spent["empty"]
    yield Figure("empty Python", empty * 1e3, "ms")
    yield Figure("compile, one cube, whole process", spent["compile"] / empty, "x", 14, _ms(spent["compile"]))
    yield Figure("--help, whole process", spent["help"] / empty, "x", 6, _ms(spent["help"]))
    if oracle:
        yield Figure("Node, empty", spent["node"] / empty, "x", note=_ms(spent["node"]))
        yield Figure("Cube's compiler, one cube", spent["oracle"] / empty, "x", note=_ms(spent["oracle"]))


def _run(words: Sequence[Any], given: str) -> float:
    started = time.perf_counter()
    subprocess.run(words, input=given, capture_output=True, text=True, check=True)
    return time.perf_counter() - started


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.0f} ms"


def _deterministic(python: Path) -> Figure:
    """Outputs over different orders of hashes: one, if no order of a set or of addresses shows."""
    time_dimension = {
        "dimension": "Sales.soldAt",
        "granularity": "month",
        "dateRange": ["2019-01-01", "2019-12-31"],
    }
    query = {
        "measures": ["Sales.count", "Sales.returnRate"],
        "dimensions": ["Stores.name", "Customers.city"],
        "segments": ["Sales.completed", "Customers.reachable"],
        "timeDimensions": [time_dimension],
        "filters": [{"member": "Sales.campaign", "operator": "notEquals", "values": ["spring", None]}],
        "timezone": "America/New_York",
    }
    claims = json.dumps({"id": [42, 7], "country": "US", "stores": [1, 2]})
    words: list[Any] = [
        python.parent / "cubeproof",
        "compile",
        "--format",
        "json",
        "-q",
        json.dumps(query),
        "-c",
        claims,
    ]
    for dialect in ("postgres", "duckdb", "sqlite"):
        words += ["-d", dialect]
    outputs = set()
    for seed in range(SEEDS):
        with _environ(PYTHONHASHSEED=str(seed)):
            outputs.add(subprocess.run(words, capture_output=True, check=True).stdout)
    return Figure(f"different outputs over {SEEDS} hash seeds", len(outputs), "", 1)


@contextmanager
def _environ(**changes: str | None) -> Iterator[None]:
    """Variables of the environment set, or unset, for a while."""
    before = {name: os.environ.get(name) for name in changes}
    _set(changes)
    try:
        yield
    finally:
        _set(before)


def _set(variables: dict[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


# Parsing


def _parsing(rounds: int) -> Iterator[Figure]:
    """Both over the same bytes: every file of the sample."""
    sources = [Source(path.name, path.read_text("utf-8")) for path in sorted(SCHEMA.rglob("*.js"))]
    limits = Limits()
    lexing, parsing = [], []
    for _ in range(rounds * 4 + 3):
        lexing.append(time_of(lambda: [lex(source, limits) for source in sources]))
        parsing.append(time_of(lambda: [parse(source, limits) for source in sources]))
    lines = sum(source.text.count("\n") for source in sources)
    ratio = median(parsing[3:]) / median(lexing[3:])
    yield Figure("parse with nodes, against our own lexer", ratio, "x", 5)
    yield Figure(
        "parse with nodes, 65 lines", median(parsing[3:]) / lines * 65 * 1e3, "ms", note="about 2 ms"
    )


if __name__ == "__main__":
    sys.exit(main())
