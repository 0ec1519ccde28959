"""The built-in modules: a funnel's rows on real engines, its guards, and what its definition must say."""

from collections.abc import Iterator
from typing import Any

import pytest

from cubeproof.audit import unguarded
from cubeproof.diagnostics import has_errors
from cubeproof.engines import Engine, connect
from cubeproof.pipeline import Compiled, compile_model
from cubeproof.workspace import from_texts
from models import compiled, statement

DATA = """
CREATE TABLE public.events (id INTEGER, owner INTEGER, user_id INTEGER, kind TEXT, happened TIMESTAMP, cart INTEGER);
INSERT INTO public.events VALUES
  (1, 42, 1, 'view', '2020-01-01 10:00:00', 11), (2, 42, 1, 'buy', '2020-01-01 11:00:00', 11),
  (3, 42, 2, 'view', '2020-01-01 10:00:00', 12), (4, 42, 2, 'buy', '2020-01-03 10:00:00', 12),
  (5, 42, 3, 'view', '2020-01-01 10:00:00', 13), (6, 42, 3, 'buy', '2020-01-01 09:00:00', 13),
  (7, 42, 4, 'buy', '2020-01-01 10:00:00', 14), (8, 7, 5, 'view', '2020-01-01 10:00:00', 15),
  (9, 42, 1, 'paid', '2020-01-05 10:00:00', 11);
"""
GUARD = "${USER_CONTEXT.id.filter('owner')}"


def step(name: str, kind: str, more: str = "") -> str:
    rows = f"select * from public.events where kind = '{kind}' AND {GUARD}"
    return f"{{name: `{name}`, eventsView: {{sql: `{rows}`}}, {more}}}"


def funnel(*steps: str, keys: str = "userId: {sql: `user_id`}, time: {sql: `happened`},") -> str:
    return (
        "const Funnels = require(`Funnels`);\n"
        f"cube(`Sales`, {{extends: Funnels.eventFunnel({{{keys} steps: [{', '.join(steps)}]}})}});"
    )


VIEW, BUY = step("view_product", "view"), step("buy", "buy")


@pytest.fixture(scope="module", params=["duckdb", "sqlite"])
def database(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with connect(f"{request.param}:///:memory:", data=DATA) as engine:
        yield engine


def rows(model: Compiled, database: Engine, query: dict[str, Any], claims: dict[str, Any]) -> set[Any]:
    made = statement(model, query, claims, dialect=database.dialect)
    return set(database.run(made.sql, made.params).rows)


QUERY = {"measures": ["Sales.conversions"], "dimensions": ["Sales.step"]}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([VIEW, BUY], {("View Product", 3), ("Buy", 2)}),
        ([VIEW, step("buy", "buy", "timeToConvert: `1 day`")], {("View Product", 3), ("Buy", 1)}),
        ([VIEW, step("buy", "buy", "timeToConvert: `2 days`")], {("View Product", 3), ("Buy", 2)}),
        ([VIEW, step("buy", "buy", "timeToConvert: `59 minutes 59 seconds`")], {("View Product", 3), ("Buy", 0)}),
        ([VIEW, step("buy", "buy", "timeToConvert: `1 hour`")], {("View Product", 3), ("Buy", 1)}),
        ([VIEW, BUY, step("It's paid", "paid")], {("View Product", 3), ("Buy", 2), ("It's Paid", 1)}),
        (
            [step("view", "view", "nextStepUserId: {sql: `cart`}"), step("buy", "buy", "userId: {sql: `cart`}")],
            {("View", 3), ("Buy", 2)},
        ),
    ],
)  # fmt: skip
def test_who_takes_the_steps_in_time(
    steps: list[str], expected: set[tuple[str, int]], database: Engine
) -> None:
    assert expected == rows(compiled(F=funnel(*steps)), database, QUERY, {"id": 42})


@pytest.mark.parametrize(
    ("claims", "expected"),
    [({"id": 7}, {("View", 1), ("Buy", 0)}), ({}, {("View", 4), ("Buy", 2)}), ({"id": []}, set())],
)
def test_the_guards_of_the_steps_hold(
    claims: dict[str, Any], expected: set[tuple[str, int]], database: Engine
) -> None:
    model = compiled(F=funnel(step("view", "view"), BUY))
    assert expected == rows(model, database, QUERY, claims)
    assert [(g.cube, g.claim) for g in statement(model, QUERY, claims).guards] == [("Sales", "id")] * 2


def test_the_share_of_those_who_began(database: Engine) -> None:
    asked = {**QUERY, "measures": ["Sales.conversionsPercent"], "filters": [
        {"member": "Sales.step", "operator": "equals", "values": ["Buy"]}]}  # fmt: skip
    ((name, share),) = rows(compiled(F=funnel(VIEW, BUY)), database, asked, {"id": 42})
    assert ("Buy", 0.6667) == (name, round(float(share), 4))


def test_the_rows_of_another_cube_keep_its_guards(database: Engine) -> None:
    events = f"cube(`Events`, {{sql: `SELECT * FROM public.events WHERE {GUARD}`}});"
    mine = "{name: `all`, eventsCube: {sql: `${Events.sql()}`}}"
    model = compiled(Events=events, F=funnel(mine, BUY))
    assert {("All", 4), ("Buy", 4)} == rows(model, database, QUERY, {"id": 42})
    made = statement(model, QUERY, {"id": 42})
    assert ["Events", "Sales"] == sorted(guard.cube for guard in made.guards)


def test_a_step_without_a_guard_is_listed() -> None:
    model = compiled(F=funnel(VIEW, "{name: `pay`, eventsTable: {sql: `public.payments`}}"))
    assert (("Sales", "public.payments"),) == unguarded(statement(model, QUERY, {"id": 42}))


def test_it_can_be_imported_and_extended_in_turn(database: Engine) -> None:
    text = funnel(VIEW, BUY).replace("const Funnels = require(`Funnels`)", "import Funnels from 'Funnels'")
    more = "cube(`Mine`, {extends: Sales, measures: {twice: {sql: `2 * ${conversions}`, type: `number`}}});"
    asked = {"measures": ["Mine.twice"], "dimensions": ["Mine.step"]}
    assert {("View Product", 6), ("Buy", 4)} == rows(compiled(F=text, G=more), database, asked, {"id": 42})


WRONG = [
    (funnel(VIEW, keys="time: {sql: `t`},"), "a funnel needs `userId`, an object with `sql`"),
    (funnel(VIEW, keys="userId: {sql: `u`}, time: `t`,"), "a funnel needs `time`, an object with `sql`"),
    (funnel(), "a funnel needs `steps`, a list of objects"),
    (funnel("{eventsTable: {sql: `a`}}"), "step 1 of a funnel needs a `name` with letters or digits in it"),
    (funnel(VIEW, "{name: `b`}"), "step `b` needs `eventsView`, `eventsCube` or `eventsTable`, an object with `sql`"),
    (funnel(VIEW, VIEW), "two steps of a funnel are called `view_product`"),
    (funnel(step("a", "view", "timeToConvert: `1 day`")),
     "the first step of a funnel has none before it: `timeToConvert` stands at later ones"),
    (funnel(VIEW, step("a", "view", "timeToConvert: `soon`")), "`timeToConvert` of step `a` is no interval: numbers and units, `1 day`"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_a_definition_must_say_is_said_at_the_call(text: str, message: str) -> None:
    project = from_texts({"F.js": text})
    found = compile_model(project.value).diagnostics
    assert has_errors(found)
    assert [("E229", message)] == [(d.code, d.message) for d in found]
    assert ["F.js"] == [d.span.source.path for d in found if d.span is not None]


def test_a_key_for_partitions_that_are_past_is_accepted() -> None:
    text = """const RefreshKeys = require('RefreshKeys');
    cube(`A`, {sql: `SELECT 1`, measures: {count: {type: `count`}}, preAggregations: {main: {measures: [count],
      refreshKey: RefreshKeys.immutablePartitionedRollupKey(1)}}});"""
    assert "main" in compiled(A=text).model.cubes["A"].pre_aggregations


def test_the_other_built_in_module_is_refused() -> None:
    found = compile_model(from_texts({"A.js": "const { dynRef } = require('Reflection');"}).value).diagnostics
    assert [
        (
            "E209",
            "the built-in module `Reflection` is not supported: what it refers to shows only while it runs",
        )
    ] == [(d.code, d.message) for d in found]
