"""Generated models and questions to them: Cube's answer, ours, and the truth, side by side.

`truth.py` decides: ours must give its rows. Where Cube gives other rows, that is a difference on purpose, counted by what it
comes from. Refusals must be Cube's too, or say that something is not supported yet.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import lenses
import truth
import worlds
from cubeproof.diagnostics import has_errors
from cubeproof.engines import Engine, EngineError
from cubeproof.pipeline import Compiled, compile_model, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.read import read_queries
from cubeproof.workspace import from_texts
from rows import difference

PER_WORLD = 25
LIMIT = 10_000
NOT_YET = ("E353",)


class Rows(NamedTuple):
    """What a statement brought, or why there is none."""

    sql: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] | None = None
    refusal: str = ""
    codes: frozenset[str] = frozenset()


class Case(NamedTuple):
    """A question to a world, and what each side made of it."""

    world: worlds.World
    asked: worlds.Asked
    verdict: str
    why: str
    ours: Rows
    cube: Rows | None


def made(first: int, cases: int) -> Iterator[tuple[worlds.World, tuple[worlds.Asked, ...]]]:
    """Worlds from a seed on, with so many questions together."""
    for at in range(0, cases, PER_WORLD):
        world = worlds.world(first + at // PER_WORLD)
        yield world, lenses.seen(world, min(PER_WORLD, cases - at))


def files(world: worlds.World) -> dict[str, str]:
    """The model's files, with the view over it."""
    return {**worlds.model(world), f"{lenses.NAME}.js": lenses.lens(world).text}


def compiled(world: worlds.World) -> Compiled:
    """A world's model; a generated model is right, or the generator is wrong."""
    project = from_texts(files(world))
    model = compile_model(project.value)
    problems = [d for d in (*project.diagnostics, *model.diagnostics) if d.severity == "error"]
    assert not problems, problems  # noqa: S101 — see above
    return model.value


def ask_line(world: worlds.World, asked: worlds.Asked) -> str:
    """The question as Cube is asked it."""
    line = {
        "files": files(world),
        "query": asked.query,
        "context": asked.claims,
        "rowLimit": LIMIT,
        "version": "1.7",
    }
    return json.dumps(line)


def cube_answer(engine: Engine, answered: dict[str, Any]) -> Rows:
    """What comes back for Cube's statement."""
    if "error" in answered:
        return Rows("", refusal=answered["error"])
    return _run(engine, answered["sql"], answered["params"])


def our_answer(engine: Engine, model: Compiled, asked: worlds.Asked, dialect: str = "postgres") -> Rows:
    """What comes back for ours."""
    requests = read_queries(asked.query, now=None, limit=LIMIT)
    problems = (*requests.diagnostics,)
    if not has_errors(problems):
        context = SecurityContext.from_claims(asked.claims)
        found = compile_request(
            model, requests.value[0], context.value, dialect=dialect, aliases="underscored"
        )
        if found.value is not None:
            return _run(engine, found.value.sql, found.value.params)
        problems = found.diagnostics
    errors = [d for d in problems if d.severity == "error"]
    said = "; ".join(f"{d.code} {d.message}" for d in errors)
    return Rows("", refusal=said, codes=frozenset(d.code for d in errors))


def _run(engine: Engine, sql: str, params: Sequence[Any]) -> Rows:
    try:
        found = engine.run(sql, params)
    except EngineError as error:
        return Rows(sql, refusal=f"the database: {error.message}")
    return Rows(sql, found.columns, found.rows)


def judge(world: worlds.World, asked: worlds.Asked, ours: Rows, cube: Rows | None) -> Case:
    """The verdict on a question."""
    verdict, why = _verdict(world, asked, ours, cube)
    return Case(world, asked, verdict, why, ours, cube)


def _verdict(world: worlds.World, asked: worlds.Asked, ours: Rows, cube: Rows | None) -> tuple[str, str]:
    true = truth.rows(world, asked)
    if ours.rows is None:
        if ours.codes and ours.codes <= set(NOT_YET):
            return "refused by us", ", ".join(sorted(ours.codes)) + _beside(asked, true, cube)
        if true is None and (cube is None or cube.rows is None):
            return "both refused", ours.refusal
        return "mismatch", f"refused: {ours.refusal}"
    if true is None:
        return "mismatch", "no path joins the cubes"
    order = {"order": []}
    columns = [_alias(ours.columns, name) for name in truth.columns(asked.query)]
    found = difference({**asked.query, **order}, columns, true, ours.columns, ours.rows)
    if found:
        return "mismatch", f"truth and ours: {found}"
    if cube is None:
        return "equal", ""
    if cube.rows is None:
        return (
            "different on purpose",
            f"Cube has no answer: {' '.join(cube.refusal.split()).partition(' LINE ')[0][:60]}",
        )
    found = difference(asked.query, cube.columns, cube.rows, ours.columns, ours.rows)
    if not found:
        return "equal", ""
    if found.startswith("order"):
        return "mismatch", found
    return "different on purpose", "Cube's rows are not the true ones"


def _beside(asked: worlds.Asked, true: truth.Answer | None, cube: Rows | None) -> str:
    """What is to say of Cube's answer where we have none: a hint whether the truth is worked out right."""
    if cube is None or cube.rows is None or true is None:
        return ""
    columns = [_alias(cube.columns, name) for name in truth.columns(asked.query)]
    found = difference({**asked.query, "order": []}, columns, true, cube.columns, cube.rows)
    return f"; Cube's rows are {'not ' if found else ''}the true ones"


def _alias(columns: Sequence[str], member: str) -> str:
    """The column of a member, whatever the style of aliases: `Orders.createdAt.day` is `orders__created_at_day`."""
    wanted = member.replace(".", "").replace("_", "").lower()
    return next((c for c in columns if c.replace("_", "").replace(".", "").lower() == wanted), member)


def report(cases: Sequence[Case], *, verbose: bool) -> None:
    """Mismatches in full, then counts."""
    for case in cases:
        if case.verdict == "mismatch" or (verbose and case.verdict != "equal"):
            print(f"\n=== world {case.world.number}: {case.verdict}: {case.why}")
            print(
                f"{json.dumps(case.asked.query)}\n{json.dumps(case.asked.claims)}\n--- ours\n{case.ours.sql or case.ours.refusal}"
            )
            if case.cube is not None:
                print(f"--- Cube\n{case.cube.sql or case.cube.refusal}")
    listed = Counter(case.why for case in cases if case.verdict in ("refused by us", "different on purpose"))
    for why, count in sorted(listed.items()):
        print(f"{count:6}  {why}")
    counts = Counter(case.verdict for case in cases)
    print(
        f"{len(cases)} questions: "
        + ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    )
