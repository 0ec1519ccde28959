"""What must hold between answers, whatever the rows are: filters, ranges, groupings, names and guards."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import generated
import lenses
import worlds
from cubeproof.engines import Engine, connect
from cubeproof.pipeline import Compiled, compile_model
from cubeproof.workspace import from_texts

DUCKDB = "duckdb:///:memory:"
WORLDS = st.integers(1, 400).map(worlds.world)
ADDITIVE = ("count", "sum")
Rows = list[tuple[Any, ...]]


@contextmanager
def asking(
    world: worlds.World, files: dict[str, str] | None = None, data: str | None = None
) -> Iterator[Any]:
    """A function that answers queries to a world: rows, or None where the query is refused."""
    model = generated.compiled(world) if files is None else compiled(files)
    with connect(DUCKDB, data=data or worlds.script(world)) as engine:
        yield lambda query, claims=None: answer(engine, model, query, claims or {})


def compiled(files: dict[str, str]) -> Compiled:
    return compile_model(from_texts(files).value).value


def answer(engine: Engine, model: Compiled, query: dict[str, Any], claims: dict[str, Any]) -> Rows | None:
    found = generated.our_answer(engine, model, worlds.Asked(query, claims), "duckdb")
    assert found.rows is not None or found.codes, found.refusal
    return None if found.rows is None else list(found.rows)


def number(value: Any) -> Decimal:
    return Decimal(str(value or 0))


def additive(world: worlds.World, cube: str) -> list[str]:
    return [
        m.full
        for m in world.measures.values()
        if m.cube == cube and m.type in ADDITIVE and m.over is None and m.stage is None
    ]


@given(WORLDS, st.data())
@settings(max_examples=20)
def test_a_filter_never_adds_rows(world: worlds.World, data: st.DataObject) -> None:
    asked = data.draw(st.sampled_from(worlds.questions(world, 40)))
    assume("filters" in asked.query)
    bare = {key: value for key, value in asked.query.items() if key != "filters"}
    bare |= (
        {"measures": [], "dimensions": list(world.dimensions)[:1]}
        if not asked.query["dimensions"]
        else {"measures": []}
    )
    rows_only = [item for item in asked.query["filters"] if item.get("member") not in world.measures]
    assume(rows_only)
    with asking(world) as ask:
        every, some = ask(bare, asked.claims), ask({**bare, "filters": rows_only}, asked.claims)
        assume(every is not None and some is not None)
        # a filter on another cube joins it, which may change the root: only what both reach is compared
        assume(_cubes(bare) >= _cubes({"filters": rows_only}))
    assert Counter(some) - Counter(every) == Counter()


def _cubes(query: dict[str, Any]) -> set[str]:
    return set(re.findall(r"\b([A-Z]\w+)\.\w", repr(query)))


@given(WORLDS, st.integers(0, 60), st.integers(0, 30))
@settings(max_examples=20)
def test_the_parts_of_a_range_add_up_to_the_whole(world: worlds.World, start: int, days: int) -> None:
    cube = next(iter(world.cubes))
    first = date(2020, 1, 28) + timedelta(days=start)
    middle, last = first + timedelta(days=days), first + timedelta(days=2 * days + 1)

    def between(one: date, other: date) -> dict[str, Any]:
        span = [one.isoformat(), other.isoformat()]
        return {
            "measures": additive(world, cube),
            "timeDimensions": [{"dimension": f"{cube}.createdAt", "dateRange": span}],
        }

    with asking(world) as ask:
        (whole,) = ask(between(first, last))
        (left,), (right,) = ask(between(first, middle)), ask(between(middle + timedelta(days=1), last))
    assert list(map(number, whole)) == [number(a) + number(b) for a, b in zip(left, right, strict=True)]


@given(WORLDS, st.data())
@settings(max_examples=20)
def test_a_grouping_keeps_sums(world: worlds.World, data: st.DataObject) -> None:
    cube = data.draw(st.sampled_from(list(world.cubes)))
    measures = additive(world, cube)
    own = [d.full for d in world.dimensions.values() if d.cubes == (cube,) and d.measure is None]
    dimension = data.draw(st.sampled_from(own))
    with asking(world) as ask:
        (total,) = ask({"measures": measures, "dimensions": []})
        groups = ask({"measures": measures, "dimensions": [dimension]})
    sums = [sum(map(number, column)) for column in list(zip(*groups, strict=True))[1:]] or [Decimal(0)] * len(
        total
    )
    assert list(map(number, total)) == sums


@given(WORLDS, st.data())
@settings(max_examples=15)
def test_other_names_give_the_same_rows(world: worlds.World, data: st.DataObject) -> None:
    asked = data.draw(st.sampled_from(worlds.questions(world, 40)))
    renamed = {name: f"Z{name}y" for name in world.cubes}

    def other(text: str) -> str:
        # cubes stand before a dot, a brace, a colon or a backtick; tables and columns are lower case
        return re.sub(rf"\b({'|'.join(renamed)})\b", lambda found: renamed[found[1]], text)

    query = json.loads(other(json.dumps(asked.query)))
    files = {other(path): other(text) for path, text in worlds.model(world).items()}
    with asking(world) as ask:
        before = ask(asked.query, asked.claims)
    with asking(world, files) as ask:
        after = ask(query, asked.claims)
    assert (before is None) == (after is None)
    assert before is None or Counter(before) == Counter(after)


@given(WORLDS, st.data(), st.sampled_from(worlds.TENANTS))
@settings(max_examples=20)
def test_a_guard_is_a_table_that_holds_the_callers_rows_alone(
    world: worlds.World, data: st.DataObject, tenant: int
) -> None:
    asked = data.draw(st.sampled_from(worlds.questions(world, 40)))
    guarded = world._replace(cubes={name: cube._replace(guarded=True) for name, cube in world.cubes.items()})
    bare = {
        name: cube._replace(guarded=False, rows=tuple(row for row in cube.rows if row["tenant"] == tenant))
        for name, cube in world.cubes.items()
    }
    with asking(guarded) as ask:
        through_guards = ask(asked.query, {"tenant": tenant})
    with asking(world._replace(cubes=bare)) as ask:
        from_own_tables = ask(asked.query, {})
    assert (through_guards is None) == (from_own_tables is None)
    assert through_guards is None or Counter(through_guards) == Counter(from_own_tables)


@given(WORLDS, st.data())
@settings(max_examples=25)
def test_a_view_is_the_paths_that_it_names(world: worlds.World, data: st.DataObject) -> None:
    root = data.draw(st.sampled_from(list(world.cubes)))
    paths = lenses.paths(world, root)
    asked = data.draw(st.sampled_from(worlds.questions(world, 40)))
    assume(_cubes(asked.query) <= paths.keys())
    entries = ", ".join(f"{{joinPath: {path}, includes: '*', prefix: true}}" for path in paths.values())
    files = {**worlds.model(world), "All.js": f"view(`All`, {{cubes: [{entries}]}});"}
    through_view = _renamed(asked.query, {cube: f"All.{cube}_" for cube in paths})
    along_paths = _renamed(asked.query, {cube: f"{path}." for cube, path in paths.items()})
    with asking(world, files) as ask:
        seen, named = ask(through_view, asked.claims), ask(along_paths, asked.claims)
    assert (seen is None) == (named is None)
    assert seen is None or Counter(seen) == Counter(named)


def _renamed(query: dict[str, Any], prefixes: dict[str, str]) -> dict[str, Any]:
    """The query with other words for `Cube.`."""
    text = re.sub(r'"([A-Z]\w+)\.(\w+)', lambda found: f'"{prefixes[found[1]]}{found[2]}', json.dumps(query))
    renamed: dict[str, Any] = json.loads(text)
    return renamed


@given(WORLDS, st.data(), st.sampled_from(worlds.TENANTS))
@settings(max_examples=25)
def test_a_policy_on_all_cubes_is_a_guard_in_each(
    world: worlds.World, data: st.DataObject, tenant: int
) -> None:
    asked = data.draw(st.sampled_from(worlds.questions(world, 40)))
    guarded = world._replace(cubes={name: cube._replace(guarded=True) for name, cube in world.cubes.items()})
    bare = world._replace(cubes={name: cube._replace(guarded=False) for name, cube in world.cubes.items()})
    policy = (
        "accessPolicy: [{group: `*`, rowLevel: {filters: [{member: `owner`, operator: `equals`, "
        "values: [securityContext.tenant]}]}}],"
    )
    files = {
        path: text.replace(
            "dimensions: {", "dimensions: {\n    owner: {sql: `tenant`, type: `number`},"
        ).replace("  sql: ", f"  {policy}\n  sql: ", 1)
        for path, text in worlds.model(bare).items()
    }
    with asking(guarded) as ask:
        by_guards = ask(asked.query, {"tenant": tenant})
    with asking(bare, files) as ask:
        by_policies = ask(asked.query, {"tenant": tenant})
    assert (by_guards is None) == (by_policies is None)
    assert by_guards is None or Counter(by_guards) == Counter(by_policies)


WINDOWS: dict[str, tuple[str, Callable[[date, date], bool]]] = {
    "ever": ("trailing: `unbounded`", lambda day, at: day <= at),
    "lately": ("trailing: `3 day`", lambda day, at: at - timedelta(days=3) < day <= at),
    "before": ("trailing: `2 day`, offset: `start`", lambda day, at: at - timedelta(days=2) <= day < at),
    "soon": ("leading: `2 day`", lambda day, at: at < day <= at + timedelta(days=2)),
    "month": ("type: `to_date`, granularity: `month`", lambda day, at: at.replace(day=1) <= day <= at),
}
"""Windows, and which days' rows a bucket of one day has in each."""


@given(WORLDS, st.data(), st.integers(0, 40), st.sampled_from((None, "status")))
@settings(max_examples=25)
def test_a_window_is_the_sum_of_its_days(
    world: worlds.World, data: st.DataObject, start: int, by: str | None
) -> None:
    cube = data.draw(st.sampled_from(list(world.cubes)))
    windows = ", ".join(
        f"{name}: {{sql: `amount`, type: `sum`, rollingWindow: {{{spec}}}}}"
        for name, (spec, _) in WINDOWS.items()
    )
    files = worlds.model(world)
    files[f"{cube}.js"] = files[f"{cube}.js"].replace("measures: {", f"measures: {{\n    {windows},", 1)
    first = date(2020, 1, 28) + timedelta(days=start)
    days = [first + timedelta(days=n) for n in range(8)]
    keys = [] if by is None else [f"{cube}.{by}"]
    time = {"dimension": f"{cube}.createdAt", "granularity": "day"}
    span = {"dateRange": [days[0].isoformat(), days[-1].isoformat()]}
    plain = {"measures": [f"{cube}.total"], "dimensions": keys, "timeDimensions": [time]}
    rolling = {
        **plain,
        "measures": [f"{cube}.{name}" for name in WINDOWS],
        "timeDimensions": [{**time, **span}],
    }
    with asking(world, files) as ask:
        daily, found = ask(plain), ask(rolling)
    assert daily is not None
    assert found is not None
    sums = [(row[:-2], _day(row[-2]), number(row[-1])) for row in daily if row[-2] is not None]
    for *group, at, values in (
        (*row[: len(keys)], _day(row[len(keys)]), row[len(keys) + 1 :]) for row in found
    ):
        for (name, (_, holds)), value in zip(WINDOWS.items(), values, strict=True):
            expected = sum(
                (total for key, day, total in sums if key == tuple(group) and holds(day, at)), Decimal(0)
            )
            assert (name, expected) == (name, number(value))
    if by is None:
        assert days == sorted(_day(row[0]) for row in found)


def _day(value: Any) -> date:
    return date.fromisoformat(str(value)[:10])
