"""What views add to a query's rows: access policies and default filters. Rows were written down by hand from the tables below."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from cubeproof.audit import facts
from cubeproof.engines import Engine, connect
from cubeproof.pipeline import Compiled
from models import codes, compiled, statement

DATA = """
CREATE TABLE vr_users (id INTEGER, country VARCHAR(20));
INSERT INTO vr_users VALUES (1, 'NO'), (2, 'PE'), (3, NULL);
CREATE TABLE vr_orders (id INTEGER, user_id INTEGER, region VARCHAR(20), amount INTEGER, made TIMESTAMP);
INSERT INTO vr_orders VALUES (1, 1, 'north', 10, '2020-01-01 00:00:00'), (2, 1, 'south', 20, '2020-01-01 12:00:00'),
  (3, 2, 'north', 30, '2020-01-02 00:00:00'), (4, 3, NULL, 40, '2020-02-01 00:00:00'), (5, 9, 'south', 50, '2020-02-02 00:00:00');
"""
CUBES = """
cube(`Orders`, {
  sql: `SELECT * FROM vr_orders`, %s
  joins: { Users: { relationship: `belongsTo`, sql: `${CUBE}.user_id = ${Users}.id` } },
  measures: { count: { type: `count` }, total: { sql: `amount`, type: `sum` },
    running: { sql: `amount`, type: `sum`, rollingWindow: { trailing: `unbounded` } } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    region: { sql: `region`, type: `string` },
    amount: { sql: `amount`, type: `number` },
    made: { sql: `made`, type: `time` },
  },
  segments: { big: { sql: `${CUBE}.amount >= 30` } },
});
cube(`Users`, {
  sql: `SELECT * FROM vr_users`,
  joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.id = ${Orders}.user_id` } },
  measures: { people: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    country: { sql: `country`, type: `string` },
    spent: { sql: `${Orders.total}`, type: `number`, subQuery: true },
  },
});"""
MEMBERS = "cubes: [{joinPath: Orders, includes: `*`}, {joinPath: Orders.Users, includes: [`country`, `people`, `spent`]}]"
IDS = {"dimensions": ["Sales.id"], "order": {"Sales.id": "asc"}}


@pytest.fixture(scope="module", params=["duckdb", "sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param != "postgres":
        with connect(f"{request.param}:///:memory:", data=DATA) as found:
            yield found
        return
    url = request.getfixturevalue("postgres_url")
    with psycopg.connect(url) as session:
        session.execute(DATA.encode())
    with connect(url) as found:
        yield found


def model(rest: str, cube: str = "") -> Compiled:
    return compiled(Cubes=CUBES % cube, Sales=f"view(`Sales`, {{{MEMBERS}, {rest}}});")


def policy(*filters: str, group: str = "*", more: str = "") -> str:
    return f"{{group: `{group}`, rowLevel: {{filters: [{', '.join(filters)}]}}, {more}}}"


def rows(
    engine: Engine, found: Compiled, query: dict[str, Any], claims: dict[str, Any]
) -> list[tuple[Any, ...]]:
    made = statement(found, query, claims, dialect=engine.dialect, groups_claim="groups")
    return [tuple(row) for row in engine.run(made.sql, made.params).rows]


REGION = "{member: region, operator: `equals`, values: [securityContext.region]}"
COUNTRY = "{member: `country`, operator: `equals`, values: [securityContext.country]}"
BOTH = {"region": "north", "country": "NO"}


@pytest.mark.parametrize(
    ("policies", "claims", "ids"),
    [
        (policy(REGION), {"region": "north"}, [1, 3]),
        (policy(REGION), {"region": "south"}, [2, 5]),
        (policy(REGION), {}, []),
        (policy(COUNTRY), {"country": "NO"}, [1, 2]),
        (policy(COUNTRY), {"country": "PE"}, [3]),
        (policy(REGION, COUNTRY), BOTH, [1]),
        (policy(f"{{or: [{REGION}, {COUNTRY}]}}"), BOTH, [1, 2, 3]),
        (policy(REGION, group="a") + "," + policy(COUNTRY, group="b"), BOTH | {"groups": ["a"]}, [1, 3]),
        (policy(REGION, group="a") + "," + policy(COUNTRY, group="b"), BOTH | {"groups": ["a", "b"]}, [1, 2, 3]),
        (policy(REGION, group="a"), BOTH | {"groups": ["b"]}, []),
        ("{group: `*`, rowLevel: {allowAll: true}}", {}, [1, 2, 3, 4, 5]),
    ],
)  # fmt: skip
def test_rows_of_a_query_through_a_view(
    policies: str, claims: dict[str, Any], ids: list[int], engine: Engine
) -> None:
    found = model(f"accessPolicy: [{policies}]")
    assert [(one,) for one in ids] == rows(engine, found, IDS, claims)


def test_every_part_of_a_query_sees_the_same_rows(engine: Engine) -> None:
    found = model(f"accessPolicy: [{policy(COUNTRY)}]")
    asked: list[tuple[dict[str, Any], list[tuple[Any, ...]]]] = [
        ({"measures": ["Sales.count", "Sales.total"]}, [(2, 30)]),
        ({"measures": ["Sales.total", "Sales.people"]}, [(30, 1)]),
        ({"measures": ["Sales.count"], "segments": ["Sales.big"]}, [(0,)]),
        ({"measures": ["Sales.count"], "filters": [{"member": "Sales.amount", "operator": "gt", "values": ["10"]}]}, [(1,)]),
        ({"dimensions": ["Sales.region"], "measures": ["Sales.count"], "order": {"Sales.region": "asc"}}, [("north", 1), ("south", 1)]),
        ({"dimensions": ["Sales.id", "Sales.spent"], "order": {"Sales.id": "asc"}}, [(1, 30), (2, 30)]),
        ({"measures": ["Sales.running"], "timeDimensions": [{"dimension": "Sales.made", "dateRange": ["2020-01-01", "2020-02-02"]}]},
         [(30,)]),
    ]  # fmt: skip
    for query, expected in asked:
        assert expected == rows(engine, found, query, {"country": "NO"}), query


def test_policies_of_cube_and_view_hold_together(engine: Engine) -> None:
    found = model(
        f"accessPolicy: [{policy(COUNTRY)}]",
        "accessPolicy: [" + policy(REGION) + "],",
    )
    assert [(1,)] == rows(engine, found, IDS, BOTH)
    assert [(1,), (3,)] == rows(
        engine, found, {"dimensions": ["Orders.id"], "order": {"Orders.id": "asc"}}, BOTH
    )


def test_a_child_has_the_policies_of_its_parent(engine: Engine) -> None:
    files = CUBES % "" + f"view(`Base`, {{{MEMBERS}, accessPolicy: [{policy(REGION)}]}});"
    found = compiled(A=files, Sales=f"view(`Sales`, {{extends: Base, accessPolicy: [{policy(COUNTRY)}]}});")
    assert [(1,)] == rows(engine, found, IDS, BOTH)


def test_what_a_policy_of_a_view_does_is_a_fact() -> None:
    made = statement(model(f"accessPolicy: [{policy(COUNTRY)}]"), IDS, {"country": "NO"})
    assert [("Sales", "country", "bound", "unproven")] == [
        (fact.guard.cube, fact.guard.claim, fact.guard.state, fact.effect) for fact in facts(made)
    ]
    assert {"Orders", "Users"} == {cube for cube, _ in made.unguarded}
    closed = statement(model(f"accessPolicy: [{policy(COUNTRY)}]"), IDS, {})
    assert ["closed"] == [guard.state for guard in closed.guards]


@pytest.mark.parametrize(
    ("rest", "query", "code"),
    [
        (policy(REGION), IDS, "E451"),
        ("{group: `*`, memberLevel: {includes: [`id`]}}", IDS | {"dimensions": ["Sales.region"]}, "E460"),
        ("{group: `*`, memberLevel: {excludes: [`region`]}, memberMasking: {includes: [`region`]}}",
         {"dimensions": ["Sales.region"]}, "E353"),
        (policy("{member: `count`, operator: `gt`, values: [1]}"), IDS, "E353"),
    ],
)  # fmt: skip
def test_what_a_policy_of_a_view_refuses(rest: str, query: dict[str, Any], code: str) -> None:
    assert [code] == codes(statement, model(f"accessPolicy: [{rest}]"), query, {}, semantics="strict")


def test_members_that_a_view_shows_to_a_group(engine: Engine) -> None:
    found = model("accessPolicy: [{group: `*`, memberLevel: {includes: [`id`, `count`]}}]")
    assert [(5,)] == rows(engine, found, {"measures": ["Sales.count"]}, {})


def default(member: str, operator: str, values: str, more: str = "") -> str:
    return f"defaultFilters: [{{member: `{member}`, operator: `{operator}`, values: [{values}], {more}}}]"


@pytest.mark.parametrize(
    ("rest", "query", "ids"),
    [
        (default("region", "equals", "`north`"), {}, [1, 3]),
        (default("country", "equals", "`NO`, `PE`"), {}, [1, 2, 3]),
        (default("amount", "gt", "20"), {}, [3, 4, 5]),
        (default("made", "beforeDate", "`2020-01-02`"), {}, [1, 2]),
        (default("made", "inDateRange", "`2020-01-02`"), {"timezone": "America/New_York"}, []),
        (default("region", "equals", "`north`", "unless: [`region`]"), {}, [1, 3]),
        (default("region", "equals", "`north`", "unless: [`region`]"),
         {"filters": [{"or": [{"member": "Sales.region", "operator": "equals", "values": ["south"]}]}]}, [2, 5]),
        (default("region", "equals", "`north`"),
         {"filters": [{"member": "Sales.region", "operator": "equals", "values": ["south"]}]}, []),
        (default("region", "equals", "`north`", "unless: [`made`]"),
         {"timeDimensions": [{"dimension": "Sales.made", "dateRange": ["2020-02-01", "2020-02-28"]}]}, [4, 5]),
    ],
)  # fmt: skip
def test_a_default_filter_holds_unless_the_query_filters(
    rest: str, query: dict[str, Any], ids: list[int], engine: Engine
) -> None:
    assert [(one,) for one in ids] == rows(engine, model(rest), IDS | query, {})


def test_a_default_filter_is_no_guard_and_takes_no_claim() -> None:
    assert () == statement(model(default("region", "equals", "`north`")), IDS, {}).guards
    with pytest.raises(Exception, match="securityContext"):
        model(default("region", "equals", "securityContext.region"))
