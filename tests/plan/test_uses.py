"""What a statement says of itself: the cubes, members and joins that it reads, and the guards on each scan."""

import json
from typing import Any

import pytest

from cubeproof.cli.answers import statement_data
from models import compiled, statement

GUARD = "${USER_CONTEXT.id.filter('owner')}"


def cube(name: str, sql: str, joins: str = "", members: str = "", measures: str = "") -> str:
    return (
        f"cube(`{name}`, {{sql: `{sql}`, joins: {{{joins}}}, "
        f"measures: {{count: {{type: `count`}}, total: {{type: `sum`, sql: `amount`}}, {measures}}}, "
        f"dimensions: {{id: {{sql: `id`, type: `number`, primaryKey: true}}, name: {{sql: `name`, type: `string`}}, {members}}}}});"
    )


def to(target: str, relationship: str) -> str:
    return f"{target}: {{relationship: `{relationship}`, sql: `${{CUBE}}.x = ${{{target}}}.x`}}, "


MODEL = compiled(
    Orders=cube(
        "Orders", f"SELECT * FROM orders WHERE {GUARD}", to("Items", "hasMany") + to("Users", "belongsTo"),
        "city: {sql: `${Users.name}`, type: `string`}", "mean: {type: `number`, sql: `${total} / ${count}`}",
    ),
    Shops=cube("Shops", "shops", to("Orders", "hasMany"), "sold: {sql: `${Orders.total}`, type: `number`, subQuery: true}"),
    Items=cube("Items", f"SELECT * FROM items WHERE {GUARD} OR public"),
    Users=cube("Users", "users"),
    Report=cube("Report", "SELECT * FROM ${Orders.sql()} o"),
)  # fmt: skip


def uses(claims: dict[str, Any] | None = None, **query: Any) -> dict[str, Any]:
    made = statement(MODEL, query, {"id": 42} if claims is None else claims)
    found: dict[str, Any] = json.loads(json.dumps(statement_data(made)["uses"]))
    return found


def scans(found: dict[str, Any]) -> list[tuple[str, str | None, int, bool]]:
    return [(s["cube"], s["alias"], len(s["guards"]), s["restricted"]) for s in found["scans"]]


def test_a_guard_restricts_its_scan() -> None:
    found = uses(measures=["Orders.count"])
    assert [("Orders", "orders", 1, True)] == scans(found)
    assert (["Orders"], ["Orders.count", "Orders.id"], []) == (
        found["cubes"],
        found["members"],
        found["joins"],
    )


def test_a_guard_that_is_open_restricts_nothing() -> None:
    assert [("Orders", "orders", 1, False)] == scans(uses({}, measures=["Orders.count"]))


def test_a_guard_that_is_not_proven_restricts_nothing() -> None:
    assert [("Items", "items", 1, False)] == scans(uses(measures=["Items.count"]))


def test_every_cube_that_is_joined_is_a_scan_with_its_join() -> None:
    found = uses(measures=["Orders.mean"], dimensions=["Orders.city"])
    assert [("Orders", "orders", 1, True), ("Users", "users", 0, False)] == scans(found)
    assert ["Orders.city", "Orders.count", "Orders.id", "Orders.mean", "Orders.total", "Users.name"] == found[
        "members"
    ]
    (join,) = found["joins"]
    assert ("Orders", "Users", "many_to_one", "Orders.js", 1) == (
        join["from"], join["to"], join["relationship"], join["file"], join["line"],
    )  # fmt: skip


def test_a_cube_that_is_read_twice_has_a_scan_with_guards_of_its_own_for_each() -> None:
    made = statement(MODEL, {"measures": ["Orders.total"], "dimensions": ["Items.name"]}, {"id": 42})
    orders = [scan for scan in made.uses.scans if scan.cube == "Orders"]
    assert made.sql.count("FROM orders") == len(orders) == 2
    assert 2 == len({scan.guards for scan in orders})
    assert all(
        made.guards[at].cube == "Orders" and made.guards[at].params for scan in orders for at in scan.guards
    )


def test_a_scan_inside_another_cubes_sql_has_its_own_guards() -> None:
    assert [("Orders", None, 1, True), ("Report", "report", 0, False)] == scans(
        uses(measures=["Report.count"])
    )


def test_a_scan_inside_a_sub_query_has_its_own_guards() -> None:
    found = uses(measures=["Shops.count"], dimensions=["Shops.sold"])
    assert {("Orders", True), ("Shops", False)} == {
        (cube, restricted) for cube, _, _, restricted in scans(found)
    }
    assert [("Shops", "Orders")] == [(join["from"], join["to"]) for join in found["joins"]]
    assert "Orders.total" in found["members"]


@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("filters", {"filters": [{"member": "Users.name", "operator": "equals", "values": ["x"]}]}),
        ("order", {"dimensions": ["Users.name"], "order": {"Users.name": "asc"}}),
    ],
)
def test_members_of_filters_count(key: str, query: dict[str, Any]) -> None:
    found = uses(measures=["Orders.count"], **query)
    assert (["Orders", "Users"], ["Orders.count", "Orders.id", "Users.name"]) == (
        found["cubes"],
        found["members"],
    ), key
