"""Access policies: which rows and members a caller gets. Rows were written down by hand from the tables below."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from cubeproof.audit import facts
from cubeproof.diagnostics import CompileError
from cubeproof.engines import Engine, connect
from models import codes, compiled, statement

DATA = """
CREATE TABLE pol_users (id INTEGER, name VARCHAR(20), country VARCHAR(20));
INSERT INTO pol_users VALUES (1, 'ann', 'NO'), (2, 'bob', 'PE'), (3, 'cyd', NULL);
CREATE TABLE pol_orders (id INTEGER, user_id INTEGER, region VARCHAR(20), amount INTEGER, ssn VARCHAR(20));
INSERT INTO pol_orders VALUES (1, 1, 'north', 10, 's1'), (2, 1, 'south', 20, 's2'), (3, 2, 'north', 30, 's3'),
  (4, 3, NULL, 40, NULL), (5, 9, 'it''s', 50, 's5');
"""


def orders(policies: str, rest: str = "") -> str:
    return f"""
cube(`Orders`, {{
  sql: `SELECT * FROM pol_orders -- all`, accessPolicy: [{policies}], {rest}
  joins: {{ Users: {{ relationship: `belongsTo`, sql: `${{CUBE}}.user_id = ${{Users}}.id` }} }},
  measures: {{
    count: {{ type: `count` }},
    total: {{ sql: `amount`, type: `sum`, mask: -1 }},
    most: {{ sql: `amount`, type: `max` }},
  }},
  dimensions: {{
    id: {{ sql: `id`, type: `number`, primaryKey: true, public: true }},
    region: {{ sql: `region`, type: `string` }},
    amount: {{ sql: `amount`, type: `number` }},
    at: {{ sql: `at`, type: `time` }},
    ssn: {{ sql: `ssn`, type: `string`, mask: `it's hidden` }},
    code: {{ sql: `ssn`, type: `string` }},
    tail: {{ sql: `ssn`, type: `string`, mask: {{ sql: `'*' || substr(${{CUBE}}.ssn, 2)` }} }},
    country: {{ sql: `${{Users.country}}`, type: `string` }},
    people: {{ sql: `${{Users.count}}`, type: `number`, subQuery: true }},
  }},
  segments: {{ big: {{ sql: `${{CUBE}}.amount >= 30` }} }},
}});"""


USERS = """
cube(`Users`, {
  sql: `SELECT * FROM pol_users`, %s
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    name: { sql: `name`, type: `string` },
    country: { sql: `country`, type: `string` },
  },
});"""


def model(policies: str, users: str = "") -> Any:
    return compiled(Orders=orders(policies), Users=USERS % (f"accessPolicy: [{users}]," if users else ""))


def filtered(text: str, group: str = "`*`") -> str:
    return f"{{group: {group}, rowLevel: {{filters: [{text}]}}}}"


REGION = "{member: region, operator: `equals`, values: [securityContext.region]}"
REGIONS = "{member: region, operator: `equals`, values: securityContext.regions}"
IDS = {"dimensions": ["Orders.id"], "order": {"Orders.id": "asc"}}
OPTIONS = {"groups_claim": "groups"}


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


def rows(
    engine: Engine, found: Any, query: dict[str, Any], claims: dict[str, Any], **options: Any
) -> list[list[Any]]:
    made = statement(found, query, claims, dialect=engine.dialect, **OPTIONS, **options)
    return [list(row) for row in engine.run(made.sql, made.params).rows]


ALL = [1, 2, 3, 4, 5]
TABLE: list[tuple[str, dict[str, Any], list[int]]] = [
    # which policies apply
    ("", {}, ALL),
    ("{group: `staff`}", {"groups": ["staff"]}, ALL),
    ("{group: `staff`}", {"groups": "staff"}, ALL),
    ("{group: `staff`}", {"groups": ["staffing"]}, []),
    ("{group: `staff`}", {}, []),
    ("{group: `staff`, rowLevel: {allowAll: true}}", {"groups": ["staff"]}, ALL),
    ("{groups: [`a`, `b`]}", {"groups": ["b"]}, ALL),
    ("{group: `*`, conditions: [{if: securityContext.level > 3}]}", {"level": 4}, ALL),
    ("{group: `*`, conditions: [{if: securityContext.level > 3}]}", {"level": 3}, []),
    ("{group: `*`, conditions: [{if: securityContext.level > 3}]}", {}, []),
    ("{group: `*`, conditions: [{if: true}, {if: securityContext.roles.includes('x')}]}", {"roles": ["x"]}, ALL),
    # rows by claims
    (filtered(REGION), {"region": "north"}, [1, 3]),
    (filtered(REGION), {"region": "it's"}, [5]),
    (filtered(REGION), {"region": "' OR 1 = 1 --"}, []),
    (filtered(REGION), {"region": ""}, []),
    (filtered(REGION), {"region": 0}, []),
    (filtered(REGION), {"region": None}, []),
    (filtered(REGION), {}, []),
    (filtered(REGIONS), {"regions": ["north", "south"]}, [1, 2, 3]),
    (filtered(REGIONS), {"regions": "south"}, [2]),
    (filtered(REGIONS), {"regions": []}, []),
    (filtered(REGIONS), {"regions": ["north", None]}, []),
    (filtered(REGIONS), {}, []),
    (filtered("{member: region, operator: `notEquals`, values: [securityContext.region]}"), {"region": "north"}, [2, 4, 5]),
    (filtered("{member: region, operator: `notEquals`, values: [securityContext.region]}"), {}, []),
    (filtered("{member: region, operator: `contains`, values: [securityContext.part]}"), {"part": "ort"}, [1, 3]),
    (filtered("{member: region, operator: `contains`, values: [securityContext.part]}"), {"part": "%"}, []),
    (filtered("{member: region, operator: `contains`, values: securityContext.parts}"), {"parts": []}, []),
    (filtered("{member: amount, operator: `gte`, values: [securityContext.least]}"), {"least": "30"}, [3, 4, 5]),
    # rows by constants
    (filtered("{member: region, operator: `equals`, values: [`south`]}"), {}, [2]),
    (filtered("{member: region, operator: `equals`, values: [null, `south`]}"), {}, [2, 4]),
    (filtered("{member: region, operator: `set`}"), {}, [1, 2, 3, 5]),
    (filtered("{member: amount, operator: `equals`, values: [20, 40]}"), {}, [2, 4]),
    # how they are put together
    (filtered("{or: [{member: amount, operator: `lt`, values: [20]}, {member: amount, operator: `gt`, values: [40]}]}"), {}, [1, 5]),
    (
        filtered("{and: [{member: amount, operator: `gt`, values: [10]}, {member: amount, operator: `lt`, values: [40]}]}"),
        {},
        [2, 3],
    ),
    (filtered(REGION) + "," + filtered("{member: amount, operator: `gt`, values: [10]}"), {"region": "north"}, [3]),
    (filtered(REGION, "`a`") + "," + filtered("{member: amount, operator: `gt`, values: [40]}", "`b`"), {"region": "north", "groups": ["a", "b"]}, [1, 3, 5]),
    (filtered(REGION, "`a`") + "," + filtered("{member: amount, operator: `gt`, values: [40]}", "`b`"), {"region": "north", "groups": ["a"]}, [1, 3]),
    (filtered(REGION, "`a`") + "," + filtered("{member: amount, operator: `gt`, values: [40]}", "`b`"), {"groups": ["a", "b"]}, [5]),
    (filtered(REGION, "`a`") + ", {group: `b`}", {"groups": ["a", "b"]}, ALL),
]  # fmt: skip


@pytest.mark.parametrize(("policies", "claims", "expected"), TABLE)
def test_a_caller_gets_the_rows_that_policies_leave(
    engine: Engine, policies: str, claims: dict[str, Any], expected: list[int]
) -> None:
    found = compiled(
        Orders=orders(policies) if policies else orders(policies).replace("accessPolicy: [],", ""),
        Users=USERS % "",
    )
    assert expected == [row[0] for row in rows(engine, found, IDS, claims)]


STRICT: list[tuple[str, dict[str, Any], str]] = [
    (REGION, {}, "E451"),
    (REGION, {"region": None}, "E451"),
    (REGION, {"region": {"a": 1}}, "E452"),
    (REGION, {"region": ["north"]}, "E454"),
    (REGIONS, {"regions": []}, "E451"),
    (REGIONS, {"regions": ["north", None]}, "E455"),
    (REGIONS, {"regions": [["north"]]}, "E454"),
    (REGION, {"region": ""}, ""),
]


@pytest.mark.parametrize(("rule", "claims", "code"), STRICT)
def test_a_missing_value_is_an_error_under_strict_semantics(
    rule: str, claims: dict[str, Any], code: str
) -> None:
    found = codes(statement, model(filtered(rule)), IDS, claims, semantics="strict", **OPTIONS)
    assert code.split() == found


@pytest.mark.parametrize(("claims", "code"), [({"region": {"a": 1}}, "E452"), ({"region": ["x"]}, "E454")])
def test_a_claim_that_is_no_value_is_an_error_under_either(claims: dict[str, Any], code: str) -> None:
    assert [code] == codes(statement, model(filtered(REGION)), IDS, claims, **OPTIONS)


ONLY_NO = filtered("{member: country, operator: `equals`, values: [securityContext.country]}")
JOINED: list[tuple[dict[str, Any], list[list[Any]]]] = [
    ({"measures": ["Users.count"]}, [[1]]),
    ({"dimensions": ["Users.name"], "measures": ["Orders.count"], "order": {"Users.name": "asc"}}, [["ann", 2], [None, 3]]),
    ({"dimensions": ["Orders.country"], "measures": ["Orders.count"], "order": {"Orders.country": "asc"}}, [["NO", 2], [None, 3]]),
    ({"measures": ["Orders.count"], "filters": [{"member": "Users.name", "operator": "equals", "values": ["bob"]}]}, [[0]]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "expected"), JOINED)
def test_every_scan_of_a_protected_cube_is_filtered(
    engine: Engine, query: dict[str, Any], expected: list[list[Any]]
) -> None:
    found = compiled(
        Orders=orders("").replace("accessPolicy: [],", ""), Users=USERS % f"accessPolicy: [{ONLY_NO}],"
    )
    assert expected == rows(engine, found, query, {"country": "NO"})


def test_the_sql_of_a_protected_cube_inside_another_is_filtered(engine: Engine) -> None:
    inner = "cube(`Recent`, { sql: `SELECT * FROM ${Orders.sql()} AS o`, measures: { count: { type: `count` } } });"
    found = compiled(Orders=orders(filtered(REGION)), Users=USERS % "", Recent=inner)
    assert [[2]] == rows(engine, found, {"measures": ["Recent.count"]}, {"region": "north"})
    assert [[0]] == rows(engine, found, {"measures": ["Recent.count"]}, {})


def test_policies_of_a_cube_hold_behind_a_view(engine: Engine) -> None:
    view = "view(`Seen`, { cubes: [{ joinPath: Orders, includes: `*` }] });"
    found = compiled(Orders=orders(filtered(REGION)), Users=USERS % "", Seen=view)
    query = {"dimensions": ["Seen.id"], "order": {"Seen.id": "asc"}}
    assert [[1], [3]] == rows(engine, found, query, {"region": "north"})
    masking = compiled(Orders=orders(MASKING), Users=USERS % "", Seen=view)
    query = {"dimensions": ["Seen.id", "Seen.ssn"], "measures": ["Seen.total"], "order": {"Seen.id": "asc"}}
    assert [[i, "it's hidden", -1] for i in ALL] == rows(engine, masking, query, {})
    level = compiled(Orders=orders(LEVEL), Users=USERS % "", Seen=view)
    assert ["E460"] == codes(statement, level, {"dimensions": ["Seen.ssn"]}, {}, **OPTIONS)


def test_a_sub_query_dimension_over_a_protected_cube_is_filtered(engine: Engine) -> None:
    joined = "joins: { Orders: { relationship: `hasMany`, sql: `${CUBE}.id = ${Orders}.user_id` } },"
    counting = (USERS % joined).replace(
        "country:", "n: { sql: `${Orders.count}`, type: `number`, subQuery: true }, country:"
    )
    found = compiled(Orders=orders(filtered(REGION)), Users=counting)
    query = {"dimensions": ["Users.name", "Users.n"], "order": {"Users.name": "asc"}}
    assert [["ann", 1], ["bob", 1], ["cyd", None]] == rows(engine, found, query, {"region": "north"})


def test_measures_and_segments_see_the_same_rows(engine: Engine) -> None:
    query = {"measures": ["Orders.count", "Orders.total"], "segments": ["Orders.big"]}
    assert [[1, 30]] == rows(engine, model(filtered(REGION)), query, {"region": "north"})


def test_both_sides_of_a_join_are_filtered(engine: Engine) -> None:
    query = {"dimensions": ["Users.name"], "measures": ["Orders.count"], "order": {"Users.name": "asc"}}
    found = model(filtered(REGION), ONLY_NO)
    assert [["ann", 1], [None, 1]] == rows(engine, found, query, {"region": "north", "country": "NO"})


LEVEL = "{group: `*`, memberLevel: {includes: [`id`, `count`, `region`]}}"
MASKING = "{group: `*`, memberLevel: {includes: [`id`, `count`]}, memberMasking: {includes: `*`}}"


@pytest.mark.parametrize(
    ("policies", "query", "groups", "code"),
    [
        (LEVEL, {"dimensions": ["Orders.id", "Orders.region"], "measures": ["Orders.count"]}, [], ""),
        (LEVEL, {"dimensions": ["Orders.ssn"]}, [], "E460"),
        (LEVEL, {"measures": ["Orders.total"]}, [], "E460"),
        (LEVEL, {"dimensions": ["Orders.id"], "segments": ["Orders.big"]}, [], "E460"),
        (
            LEVEL,
            {"dimensions": ["Orders.id"], "filters": [{"member": "Orders.ssn", "operator": "contains", "values": ["s"]}]},
            [],
            "E460",
        ),
        (
            LEVEL,
            {"dimensions": ["Orders.id"], "filters": [{"or": [{"member": "Orders.ssn", "operator": "set"}, {"member": "Orders.id", "operator": "set"}]}]},
            [],
            "E460",
        ),
        (
            LEVEL,
            {"dimensions": ["Orders.id"], "filters": [{"member": "Orders.total", "operator": "measureFilter"}]},
            [],
            "E460",
        ),
        (LEVEL, {"dimensions": ["Orders.id", "Orders.ssn"], "ungrouped": True}, [], "E460"),
        (LEVEL, {"timeDimensions": [{"dimension": "Orders.at", "granularity": "day"}]}, [], "E460"),
        ("{group: `*`, memberLevel: {excludes: [`ssn`]}}", {"dimensions": ["Orders.ssn"]}, [], "E460"),
        ("{group: `*`, memberLevel: {excludes: [`ssn`]}}", {"dimensions": ["Orders.region"]}, [], ""),
        ("{group: `*`, memberLevel: {includes: []}}", {"dimensions": ["Orders.region"]}, [], "E460"),
        (LEVEL + ", {group: `boss`}", {"dimensions": ["Orders.ssn"]}, ["boss"], ""),
        (LEVEL + ", {group: `boss`}", {"dimensions": ["Orders.ssn"]}, [], "E460"),
        (
            "{group: `a`, memberLevel: {includes: [`ssn`]}}, {group: `b`, memberLevel: {includes: [`region`]}}",
            {"dimensions": ["Orders.ssn", "Orders.region"]},
            ["a", "b"],
            "E460",
        ),
    ],
)  # fmt: skip
def test_a_member_that_no_policy_shows_is_refused(
    policies: str, query: dict[str, Any], groups: list[str], code: str
) -> None:
    assert code.split() == codes(statement, model(policies), query, {"groups": groups}, **OPTIONS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"dimensions": ["Orders.id", "Orders.ssn"]}, [[i, "it's hidden"] for i in ALL]),
        ({"dimensions": ["Orders.id", "Orders.code"]}, [[i, None] for i in ALL]),
        ({"dimensions": ["Orders.id", "Orders.tail"]}, [[1, "*1"], [2, "*2"], [3, "*3"], [4, None], [5, "*5"]]),
        ({"dimensions": ["Orders.id"], "measures": ["Orders.total"]}, [[i, -1] for i in ALL]),
        ({"dimensions": ["Orders.id"], "measures": ["Orders.most"]}, [[i, None] for i in ALL]),
        ({"dimensions": ["Orders.id"], "filters": [{"member": "Orders.ssn", "operator": "equals", "values": ["s1"]}]}, []),
        ({"dimensions": ["Orders.id"], "filters": [{"member": "Orders.total", "operator": "gt", "values": ["25"]}]}, []),
        ({"measures": ["Orders.count", "Orders.total"]}, [[5, -1]]),
    ],
)  # fmt: skip
def test_of_a_masked_member_only_the_mask_is_seen(
    engine: Engine, query: dict[str, Any], expected: list[list[Any]]
) -> None:
    order = {"order": {"Orders.id": "asc"}} if "dimensions" in query else {}
    assert expected == rows(engine, model(MASKING), {**query, **order}, {})


def test_a_filter_on_a_masked_member_is_not_pushed_into_sql(engine: Engine) -> None:
    pushing = orders(MASKING).replace(
        "FROM pol_orders -- all", "FROM pol_orders WHERE ${FILTER_PARAMS.Orders.ssn.filter('ssn')}"
    )
    found = compiled(Orders=pushing, Users=USERS % "")
    asked = {"member": "Orders.ssn", "operator": "equals", "values": ["it's hidden"]}
    assert [[5]] == rows(engine, found, {"measures": ["Orders.count"], "filters": [asked]}, {})


def test_no_mask_where_a_group_shows_the_member_in_all_rows(engine: Engine) -> None:
    found = model(MASKING + ", {group: `boss`}")
    query = {"dimensions": ["Orders.ssn"], "order": {"Orders.ssn": "asc"}, "limit": 1}
    assert [["s1"]] == rows(engine, found, query, {"groups": ["boss"]})


def test_values_are_parameters_and_guards_say_what_they_do() -> None:
    found = model(filtered(REGION))
    made = statement(found, IDS, {"region": "north"}, **OPTIONS)
    (guard,) = made.guards
    assert ("Orders", "region", "region", "policy", "bound", (0,)) == (
        guard.cube, guard.claim, guard.on, guard.form, guard.state, guard.params,
    )  # fmt: skip
    assert (("north",), ()) == (made.params, made.unguarded)
    assert ["restricts"] == [fact.effect for fact in facts(made)]


@pytest.mark.parametrize(
    ("policies", "claims", "expected"),
    [
        ("{group: `staff`}", {}, [("closed", "restricts")]),
        ("{group: `*`}", {}, []),
        (filtered(REGION), {}, [("closed", "unproven")]),
        (filtered(f"{{or: [{REGION}, {{member: ssn, operator: `set`}}]}}"), {"region": "x"}, [("bound", "unproven"), ("bound", "unproven")]),
        (filtered("{member: region, operator: `notEquals`, values: [securityContext.region]}"), {"region": "x"}, [("bound", "unproven")]),
        (filtered(REGION, "`a`") + "," + filtered(REGIONS, "`*`"), {"groups": ["a"], "region": "x", "regions": ["y"]}, [("bound", "unproven")] * 2),
    ],
)  # fmt: skip
def test_facts_promise_no_more_than_stands_there(
    policies: str, claims: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    found = model(policies)
    made = statement(found, IDS, claims, **OPTIONS)
    assert expected == [(fact.guard.state, fact.effect) for fact in facts(made)]


def test_callers_of_one_shape_share_a_statement_and_others_do_not() -> None:
    found = model(filtered(REGION, "`a`") + ", {group: `*`, conditions: [{if: securityContext.level > 3}]}")
    callers: list[dict[str, Any]] = [
        {"groups": ["a"], "region": "north", "level": 1},
        {"groups": ["x", "a"], "region": "south", "level": 2},
        {"groups": ["a"], "region": "north", "level": 4},
        {"groups": [], "region": "north", "level": 1},
        {"groups": ["a"], "level": 1},
        {"groups": ["a"], "region": "east", "level": 0},
    ]
    made = [statement(found, IDS, claims, **OPTIONS) for claims in callers]
    assert [("north",), ("south",), (), (), (), ("east",)] == [one.params for one in made]
    assert made[0].prepared is made[1].prepared is made[5].prepared
    assert ["1 = 0" in one.sql for one in made] == [False, False, False, True, True, False]
    assert "WHERE" not in made[2].sql


def test_without_a_configured_claim_nobody_is_in_a_group() -> None:
    made = statement(model("{group: `staff`}"), IDS, {"groups": ["staff"]})
    assert "1 = 0" in made.sql


def test_groups_may_lie_deeper_among_the_claims() -> None:
    found = model("{group: `staff`}")
    made = statement(found, IDS, {"user": {"groups": ["staff"]}}, groups_claim="user.groups")
    assert "1 = 0" not in made.sql


@pytest.mark.parametrize(
    ("condition", "claims", "message"),
    [
        ("securityContext.level", {"level": 3}, "the condition of an access policy is a number, but must be `true` or `false`"),
        ("securityContext.a.b === 1", {}, "`b` cannot be read: `securityContext.a` is undefined"),
    ],
)  # fmt: skip
def test_a_condition_that_cannot_be_decided_is_an_error(
    condition: str, claims: dict[str, Any], message: str
) -> None:
    found = model(f"{{group: `*`, conditions: [{{if: {condition}}}]}}")
    for _ in range(2):
        with pytest.raises(CompileError) as raised:
            statement(found, IDS, claims, **OPTIONS)
        assert message in next(d.message for d in raised.value.diagnostics)


@pytest.mark.parametrize(
    ("rule", "claims", "code"),
    [
        ("{member: amount, operator: `gt`, values: [securityContext.least]}", {"least": "many"}, "E461"),
        ("{member: amount, operator: `gt`, values: [`many`]}", {}, "E461"),
        ("{member: amount, operator: `gt`, values: [1, 2]}", {}, "E462"),
        ("{member: region, operator: `contains`, values: []}", {}, "E462"),
        ("{member: region, operator: `contains`, values: [null]}", {}, "E462"),
        ("{member: count, operator: `gt`, values: [1]}", {}, "E353"),
        ("{member: country, operator: `equals`, values: [`NO`]}", {}, "E353"),
        ("{member: people, operator: `equals`, values: [1]}", {}, "E353"),
    ],
)  # fmt: skip
def test_a_filter_that_cannot_be_written_is_refused_and_never_left_out(
    rule: str, claims: dict[str, Any], code: str
) -> None:
    assert [code] == codes(statement, model(filtered(rule)), IDS, claims, **OPTIONS)


def test_policies_of_a_parent_hold_for_the_child() -> None:
    child = (
        "cube(`Child`, { extends: Orders, accessPolicy: ["
        + filtered("{member: amount, operator: `gt`, values: [10]}")
        + "] });"
    )
    found = compiled(Orders=orders(filtered(REGION)), Users=USERS % "", Child=child)
    made = statement(found, {"measures": ["Child.count"]}, {"region": "north"}, **OPTIONS)
    assert ("north", 10) == made.params
