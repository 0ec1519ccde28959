"""Which cubes a query joins, in which order, and when it would count rows twice."""

import pytest

from cubeproof.diagnostics import CompileError
from models import codes, compiled, statement


def cube(name: str, joins: str = "", measures: str = "", dimensions: str = "") -> str:
    return (
        f"cube(`{name}`, {{sql: `SELECT * FROM {name.lower()}`, joins: {{{joins}}}, "
        f"measures: {{count: {{type: `count`}}, {measures}}}, "
        f"dimensions: {{id: {{sql: `id`, type: `number`, primaryKey: true}}, {dimensions}}}}});"
    )


def to(target: str, relationship: str, source: str) -> str:
    return f"{target}: {{relationship: `{relationship}`, sql: `${{{source}}}.{target.lower()}_id = ${{{target}}}.id`}}, "


COLOUR = "colour: {sql: `colour`, type: `string`}"
SHOP = compiled(
    Orders=cube("Orders", to("Users", "belongsTo", "Orders") + to("Items", "hasMany", "Orders"),
                "total: {sql: `amount`, type: `sum`}, most: {sql: `amount`, type: `max`}, "
                "share: {sql: `1.0 * ${total} / ${count}`, type: `number`}"),
    Users=cube("Users", to("Cities", "belongsTo", "Users"), "", COLOUR),
    Items=cube("Items", to("Products", "belongsTo", "Items"), "weight: {sql: `weight`, type: `sum`}"),
    Products=cube("Products", "", "", COLOUR),
    Cities=cube("Cities", "", "", COLOUR),
    Lonely=cube("Lonely"),
)  # fmt: skip
DIAMOND = {
    "A": cube("A", to("B", "belongsTo", "A") + to("C", "belongsTo", "A")),
    "B": cube("B", to("D", "belongsTo", "B")),
    "C": cube("C", to("D", "belongsTo", "C")),
    "D": cube("D", "", "", COLOUR),
}


def joined(sql: str) -> list[str]:
    return [line.split()[2] for line in sql.splitlines() if line.startswith("LEFT JOIN")]


def test_only_cubes_that_are_needed_are_joined() -> None:
    assert [] == joined(statement(SHOP, {"measures": ["Orders.count"]}).sql)
    made = statement(SHOP, {"measures": ["Orders.count"], "dimensions": ["Cities.colour"]})
    assert ["users", "cities"] == joined(made.sql)


def test_the_root_is_the_cube_that_reaches_all_others() -> None:
    made = statement(SHOP, {"dimensions": ["Cities.colour", "Orders.id"]})
    assert "FROM orders AS orders" in made.sql


def test_of_equally_long_paths_the_one_declared_first_wins() -> None:
    query = {"measures": ["A.count"], "dimensions": ["D.colour"]}
    assert ["b", "d"] == joined(statement(compiled(**DIAMOND), query).sql)
    swapped = {**DIAMOND, "A": cube("A", to("C", "belongsTo", "A") + to("B", "belongsTo", "A"))}
    assert ["c", "d"] == joined(statement(compiled(**swapped), query).sql)


def test_cubes_without_a_path_are_named() -> None:
    with pytest.raises(CompileError, match="no join path connects `Orders` and `Lonely`"):
        statement(SHOP, {"measures": ["Orders.count"], "dimensions": ["Lonely.id"]})


def test_a_join_is_not_followed_against_its_direction() -> None:
    assert ["E360"] == codes(statement, SHOP, {"dimensions": ["Users.colour", "Products.colour"]})


def test_what_repeated_rows_cannot_change_is_answered() -> None:
    made = statement(SHOP, {"measures": ["Orders.most", "Items.weight"], "dimensions": ["Products.colour"]})
    assert "max(orders.amount)" in made.sql


def test_a_segment_or_filter_adds_its_cube() -> None:
    query = {
        "measures": ["Orders.count"],
        "filters": [{"member": "Users.colour", "operator": "equals", "values": ["red"]}],
    }
    assert ["users"] == joined(statement(SHOP, query).sql)


def test_cubes_of_two_data_sources_are_not_joined() -> None:
    other = cube("B").replace("sql:", "dataSource: `other`, sql:", 1)
    model = compiled(A=cube("A", to("B", "belongsTo", "A")), B=other)
    assert ["E361"] == codes(statement, model, {"measures": ["A.count"], "dimensions": ["B.id"]})


def test_the_owner_of_a_dimension_that_only_refers_to_another_cube_is_kept() -> None:
    model = compiled(
        A=cube("A", to("B", "belongsTo", "A"), "", "colour: {sql: `${B.colour}`, type: `string`}"),
        B=cube("B", "", "", COLOUR),
    )
    made = statement(model, {"dimensions": ["A.colour"]})
    assert "FROM a AS a\nLEFT JOIN b AS b ON a.b_id = b.id" in made.sql


def test_a_join_condition_that_needs_a_third_cube_is_an_error() -> None:
    b = to("B", "belongsTo", "A").replace("${B}.id", "${C.colour}")
    model = compiled(A=cube("A", b), B=cube("B"), C=cube("C", "", "", COLOUR))
    assert ["E363"] == codes(statement, model, {"measures": ["A.count"], "dimensions": ["B.id"]})
