"""The sample model through Cube's own compiler and through ours: both statements run on PostgreSQL, rows compared.

    python tools/differential.py --oracle DIR [--database URL] [--only TEXT] [--verbose]
    python tools/differential.py --oracle DIR --cases 5000 [--seed 1]      generated models in place of the sample

`DIR` holds `oracle.js`, which answers JSON lines with what Cube compiles, and its node modules. The rows of
`schema/sample.sql`, or those of the generated models, are loaded into a database of their own, which is dropped at the
end. Exit code 1 on a mismatch.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

import generated
import worlds
from cubeproof.diagnostics import Diagnostic, has_errors
from cubeproof.engines import Engine, EngineError, connect
from cubeproof.pipeline import Compiled, compile_model, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.read import read_queries
from cubeproof.workspace import from_texts
from questions import Question, questions
from rows import difference

SCHEMA = Path(__file__).parent.parent / "schema"
NOW = datetime(2020, 6, 15, 12, tzinfo=UTC)
LIMIT = 10_000
VERSION = "1.7"
"""Of Cube. It knows the claims as `SECURITY_CONTEXT` alone; 0.35, which has both names, writes lists as `= $1,$2`."""
POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"
NOT_YET = {"E353": "not supported yet"}
"""Refusals that are no mistakes: a right answer is still to come."""

DIFFERENCES: dict[str, str] = {
    "soldAt onTheDate ['2019-11-03'] ": "one value of `onTheDate` is that day, not everything since",
    "soldAt beforeOrOnDate ['2019-03-10'] ": "`beforeOrOnDate` holds on all of the day, not at midnight alone",
}
"""What we answer otherwise on purpose: the beginning of a question's name, and why."""

Verdict = Literal["equal", "both refused", "refused by us", "different on purpose", "mismatch"]


class Answer(NamedTuple):
    """What one side made of a question: rows by member alias, or why there are none."""

    sql: str
    params: Sequence[Any]
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...] | None
    refusal: str
    codes: frozenset[str] = frozenset()


class Comparison(NamedTuple):
    """A question with both answers."""

    question: Question
    oracle: Answer
    ours: Answer
    verdict: Verdict
    why: str


def main() -> int:
    """Compare and report; 1 on a mismatch, 2 where a side cannot be asked."""
    arguments = _arguments()
    if arguments.cases:
        return _generated(arguments)
    texts = {str(path.relative_to(SCHEMA)): path.read_text("utf-8") for path in sorted(SCHEMA.rglob("*.js"))}
    compiled = _compile(texts)
    asked = [question for question in questions(compiled.model) if arguments.only in question.name]
    statements = _ask_oracle(Path(arguments.oracle), texts, asked)
    with (
        _database(arguments.database, (SCHEMA / "sample.sql").read_text("utf-8")) as url,
        connect(url) as engine,
    ):
        compared = [
            _compare(
                question,
                _oracle_answer(engine, statement),
                _our_answer(engine, compiled, question),
            )
            for question, statement in zip(asked, statements, strict=True)
        ]
    stale = () if arguments.only else _stale(compared)
    _print(compared, stale, verbose=arguments.verbose)
    return int(bool(stale) or any(one.verdict == "mismatch" for one in compared))


def _generated(arguments: argparse.Namespace) -> int:
    """Generated worlds, each with tables of its own."""
    made = list(generated.made(arguments.seed, arguments.cases))
    lines = [generated.ask_line(world, asked) for world, questions_ in made for asked in questions_]
    statements = iter(ask(Path(arguments.oracle), lines))
    cases = []
    with _database(arguments.database, "") as url:
        for world, questions_ in made:
            _load(url, worlds.script(world))
            model = generated.compiled(world)
            with connect(url) as engine:
                for asked in questions_:
                    theirs = generated.cube_answer(engine, next(statements))
                    ours = generated.our_answer(engine, model, asked)
                    cases.append(generated.judge(world, asked, ours, theirs))
    generated.report(cases, verbose=arguments.verbose)
    return int(any(case.verdict == "mismatch" for case in cases))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    oracle, database = os.environ.get("CUBEPROOF_ORACLE"), os.environ.get("CUBEPROOF_TEST_POSTGRES")
    parser.add_argument("--oracle", metavar="DIR", default=oracle, required=oracle is None)
    parser.add_argument("--database", metavar="URL", default=database or POSTGRES)
    parser.add_argument("--only", metavar="TEXT", default="", help="questions whose name contains it")
    parser.add_argument("--cases", type=int, default=0, help="so many questions to generated models")
    parser.add_argument("--seed", type=int, default=1, help="the number of the first generated model")
    parser.add_argument("--verbose", action="store_true", help="say what was refused, and by whom")
    return parser.parse_args()


def _compile(texts: dict[str, str]) -> Compiled:
    project = from_texts(texts)
    model = compile_model(project.value)
    problems = (*project.diagnostics, *model.diagnostics)
    if has_errors(problems):
        sys.exit("the sample model does not compile:\n" + _said(problems))
    return model.value


def _ask_oracle(folder: Path, texts: dict[str, str], asked: Sequence[Question]) -> list[dict[str, Any]]:
    """One process for all questions; its answers, in order."""
    known = {path: text.replace("USER_CONTEXT", "SECURITY_CONTEXT") for path, text in texts.items()}
    same = {"files": known, "rowLimit": LIMIT, "version": VERSION}
    lines = (json.dumps({**same, "query": question.query, "context": question.claims}) for question in asked)
    return ask(folder, list(lines))


def ask(folder: Path, lines: Sequence[str]) -> list[dict[str, Any]]:
    """One process for all lines; its answers, in order."""
    done = subprocess.run(
        ["node", str(folder / "oracle.js")],
        input="\n".join(lines),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@contextlib.contextmanager
def _database(url: str, script: str) -> Iterator[str]:
    """The URL of a fresh database with the rows of a script; it is gone afterwards."""
    import psycopg

    name = f"cubeproof_differential_{os.getpid()}"
    own = f"{url}{'&' if '?' in url else '?'}dbname={name}"  # a parameter wins over the path
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            _load(own, script)
            yield own
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def _load(url: str, script: str) -> None:
    import psycopg

    with psycopg.connect(url) as connection:
        connection.execute(script.encode())


def _oracle_answer(engine: Engine, statement: dict[str, Any]) -> Answer:
    if "error" in statement:
        return Answer("", (), (), None, statement["error"])
    return _run(engine, statement["sql"], statement["params"])


def _our_answer(engine: Engine, compiled: Compiled, question: Question) -> Answer:
    requests = read_queries(question.query, now=NOW, limit=LIMIT)
    context = SecurityContext.from_claims(question.claims)
    problems: tuple[Diagnostic, ...] = (*requests.diagnostics, *context.diagnostics)
    if not has_errors(problems):
        made = compile_request(compiled, requests.value[0], context.value, aliases="underscored")
        if made.value is not None:
            return _run(engine, made.value.sql, made.value.params)
        problems = made.diagnostics
    codes = frozenset(d.code for d in problems if d.severity == "error")
    return Answer("", (), (), None, _said(problems), codes)


def _run(engine: Engine, sql: str, params: Sequence[Any]) -> Answer:
    try:
        found = engine.run(sql, params)
    except EngineError as error:
        return Answer(sql, params, (), None, f"PostgreSQL: {error.message}")
    return Answer(sql, params, found.columns, found.rows, "")


def _compare(question: Question, oracle: Answer, ours: Answer) -> Comparison:
    verdict, why = _verdict(question, oracle, ours)
    if verdict != "equal":
        for beginning, reason in DIFFERENCES.items():
            if question.name.startswith(beginning):
                verdict, why = "different on purpose", reason
    return Comparison(question, oracle, ours, verdict, why)


def _verdict(question: Question, oracle: Answer, ours: Answer) -> tuple[Verdict, str]:
    if ours.rows is None:
        if ours.codes and ours.codes <= NOT_YET.keys():
            return "refused by us", ", ".join(sorted(NOT_YET[code] for code in ours.codes))
        if oracle.rows is None:
            return "both refused", f"Cube: {oracle.refusal} / ours: {ours.refusal}"
        return "mismatch", f"refused: {ours.refusal}"
    if oracle.rows is None:
        return "mismatch", f"Cube refuses: {oracle.refusal}"
    found = difference(question.query, oracle.columns, oracle.rows, ours.columns, ours.rows)
    return ("mismatch", found) if found else ("equal", "")


def _stale(compared: Sequence[Comparison]) -> tuple[str, ...]:
    """Entries of the table of differences that no question needs."""
    needed = [one.question.name for one in compared if one.verdict == "different on purpose"]
    return tuple(entry for entry in DIFFERENCES if not any(name.startswith(entry) for name in needed))


def _said(diagnostics: Sequence[Diagnostic]) -> str:
    return "; ".join(f"{d.code} {d.message}" for d in diagnostics if d.severity == "error")


def _print(compared: Sequence[Comparison], stale: Sequence[str], *, verbose: bool) -> None:
    for one in compared:
        if one.verdict == "mismatch":
            print(
                f"\n=== {one.question.name}\n{json.dumps(one.question.query)}\n{json.dumps(one.question.claims)}"
            )
            print(f"--- {one.why}")
            for side, answer in (("Cube", one.oracle), ("ours", one.ours)):
                print(f"--- {side} {list(answer.params)}\n{answer.sql or answer.refusal}")
        elif verbose and one.verdict != "equal":
            print(f"{one.verdict}: {one.question.name}: {one.why}")
    for entry in stale:
        print(f"no question needs the difference {entry!r}")
    listed = Counter(one.why for one in compared if one.verdict in ("refused by us", "different on purpose"))
    for why, count in sorted(listed.items()):
        print(f"{count:5}  {why}")
    counts = Counter(one.verdict for one in compared)
    print(
        f"{len(compared)} questions: "
        + ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    )


if __name__ == "__main__":
    sys.exit(main())
