"""Hidden members: compiled as Cube compiles them, refused under *strict* semantics or where that is asked for."""

from typing import Any

import pytest

from cubeproof.diagnostics import CompileError
from models import codes, compiled, statement

MODEL = compiled(
    A="""cube(`Orders`, {sql: `SELECT * FROM orders`, joins: {Users: {relationship: `belongsTo`, sql: `${CUBE}.u = ${Users}.id`}},
      measures: {count: {type: `count`}, cost: {sql: `cost`, type: `sum`, public: false}, old: {sql: `x`, type: `max`, shown: false},
        share: {sql: `${cost} / ${count}`, type: `number`}},
      dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}, at: {sql: `at`, type: `time`, public: false}, city: {sql: `city`, type: `string`}},
      segments: {open: {sql: `open`, public: false}}});
    cube(`Users`, {sql: `SELECT * FROM users`, public: false, measures: {count: {type: `count`}},
      dimensions: {id: {sql: `id`, type: `number`, primaryKey: true, public: true}, name: {sql: `name`, type: `string`}}});
    view(`Sales`, {cubes: [{joinPath: Orders, includes: [`count`, `cost`, `at`]}, {joinPath: Orders.Users, includes: [`name`]}]});
    view(`Secret`, {public: false, cubes: [{joinPath: Orders, includes: [`count`]}]});"""
)
HIDDEN: list[tuple[dict[str, Any], list[str]]] = [
    ({"measures": ["Orders.cost"]}, ["measures[0]"]),
    ({"measures": ["Orders.count", "Orders.old"]}, ["measures[1]"]),
    ({"dimensions": ["Orders.id"]}, ["dimensions[0]"]),
    ({"dimensions": ["Users.name"]}, ["dimensions[0]"]),
    ({"dimensions": ["Orders.Users.id"]}, ["dimensions[0]"]),
    ({"dimensions": ["Orders.at.month"]}, ["dimensions[0]"]),
    ({"measures": ["Orders.count"], "segments": ["Orders.open"]}, ["segments[0]"]),
    ({"measures": ["Orders.count"], "timeDimensions": [{"dimension": "Orders.at", "granularity": "day"}]},
     ["timeDimensions[0]"]),
    ({"measures": ["Orders.count"], "timeDimensions": [{"dimension": "Orders.at"}]}, ["timeDimensions[0]"]),
    ({"measures": ["Orders.count"], "filters": [{"or": [{"member": "Orders.city", "operator": "set"},
      {"and": [{"member": "Orders.id", "operator": "equals", "values": ["1"]}]}]}]}, ["filters[0].or[1].and[0]"]),
    ({"measures": ["Orders.count"], "order": {"Orders.cost": "asc"}}, ['order["Orders.cost"]']),
    ({"measures": ["Orders.cost", "Users.count"], "dimensions": ["Orders.id"]},
     ["measures[0]", "measures[1]", "dimensions[0]"]),
    ({"measures": ["Secret.count"]}, ["measures[0]"]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "places"), HIDDEN)
@pytest.mark.parametrize("options", [{"semantics": "strict"}, {"respect_visibility": True}])
def test_a_hidden_member_is_refused_wherever_it_stands(
    query: dict[str, Any], places: list[str], options: dict[str, Any]
) -> None:
    with pytest.raises(CompileError) as raised:
        statement(MODEL, query, **options)
    assert [("E386", place) for place in places] == [(d.code, d.path) for d in raised.value.diagnostics]


@pytest.mark.parametrize(("query", "places"), HIDDEN)
def test_it_is_compiled_as_cube_compiles_it(query: dict[str, Any], places: list[str]) -> None:
    assert [] == codes(statement, MODEL, query)


@pytest.mark.parametrize(
    "query",
    [
        {"measures": ["Orders.count", "Orders.share"], "dimensions": ["Orders.city"]},
        {"measures": ["Sales.count", "Sales.cost"], "dimensions": ["Sales.name", "Sales.at.month"]},
    ],
)
def test_what_is_public_may_be_made_of_what_is_hidden(query: dict[str, Any]) -> None:
    assert [] == codes(statement, MODEL, query, semantics="strict")


def test_a_name_that_means_nothing_is_an_unknown_one() -> None:
    assert ["E351"] == codes(statement, MODEL, {"measures": ["Orders.nope"]}, semantics="strict")


def test_a_time_dimension_that_shows_nothing_must_still_be_one() -> None:
    for name in ("Orders.nope", "Orders.city"):
        query = {"measures": ["Orders.count"], "timeDimensions": [{"dimension": name}]}
        assert ["E351" if name.endswith("nope") else "E355"] == codes(statement, MODEL, query)


def test_a_time_dimension_that_shows_nothing_changes_nothing() -> None:
    query: dict[str, Any] = {"measures": ["Orders.count"]}
    bare = query | {"timeDimensions": [{"dimension": "Orders.at"}]}
    assert statement(MODEL, query).sql == statement(MODEL, bare).sql
