"""A masked member behind one that is shown: a warning, and refused under *strict* semantics."""

from typing import Any

import pytest

from models import codes, compiled, statement

POLICY = (
    "accessPolicy: [{group: `*`, memberLevel: {includes: `*`, excludes: [`email`, `pay`]}, "
    "memberMasking: {includes: [`email`, `pay`]}}, {group: `boss`}],"
)
MODEL = compiled(
    Users="cube(`Users`, {sql: `SELECT * FROM users`, "
    + POLICY
    + """
      measures: {count: {type: `count`}, pay: {sql: `pay`, type: `sum`}, perHead: {sql: `${pay} / ${count}`, type: `number`},
        named: {type: `count`, filters: [{sql: `${email} IS NOT NULL`}]}},
      dimensions: {id: {sql: `id`, type: `number`, primaryKey: true, public: true}, city: {sql: `city`, type: `string`},
        email: {sql: `email`, type: `string`, mask: {sql: `left(${CUBE.email}, 1)`}},
        upper: {sql: `upper(${email})`, type: `string`}, twice: {sql: `${upper} || ${upper}`, type: `string`},
        kind: {type: `string`, case: {when: [{sql: `${email} LIKE '%.org'`, label: `org`}], else: {label: `other`}}}},
      segments: {mine: {sql: `${email} = 'a'`}}});""",
    Orders="""cube(`Orders`, {sql: `SELECT * FROM orders`, joins: {Users: {relationship: `belongsTo`, sql: `${CUBE}.u = ${Users.id}`}},
      measures: {count: {type: `count`}}, dimensions: {id: {sql: `id`, type: `number`, primaryKey: true},
        who: {sql: `${Users.email}`, type: `string`}, where: {sql: `${Users.city}`, type: `string`}}});""",
)
REVEALING: list[dict[str, Any]] = [
    {"dimensions": ["Users.upper"]},
    {"dimensions": ["Users.twice"]},
    {"dimensions": ["Users.kind"]},
    {"dimensions": ["Orders.who"]},
    {"measures": ["Users.perHead"]},
    {"measures": ["Users.named"]},
    {"measures": ["Users.count"], "segments": ["Users.mine"]},
    {"measures": ["Users.count"], "filters": [{"member": "Users.upper", "operator": "equals", "values": ["A"]}]},
]  # fmt: skip


@pytest.mark.parametrize("query", REVEALING)
def test_what_a_mask_hides_is_not_shown_by_another_member_unsaid(query: dict[str, Any]) -> None:
    made = statement(MODEL, query, {"groups": []}, groups_claim="groups")
    assert {"E463"} == {d.code for d in made.diagnostics}
    assert {"E463"} == set(
        codes(statement, MODEL, query, {"groups": []}, groups_claim="groups", semantics="strict")
    )


@pytest.mark.parametrize("query", REVEALING)
def test_whoever_sees_it_anyway_is_told_nothing(query: dict[str, Any]) -> None:
    made = statement(MODEL, query, {"groups": ["boss"]}, groups_claim="groups")
    assert [] == [d.code for d in made.diagnostics]


@pytest.mark.parametrize(
    "query",
    [
        {"dimensions": ["Users.email", "Users.city"]},
        {"measures": ["Users.pay", "Users.count"]},
        {"dimensions": ["Orders.where"], "measures": ["Orders.count"]},
    ],
)
def test_a_mask_itself_and_what_is_shown_anyway_reveal_nothing(query: dict[str, Any]) -> None:
    made = statement(MODEL, query, {"groups": []}, groups_claim="groups")
    assert [] == [d.code for d in made.diagnostics if d.code == "E463"]
