"""What a statement reads without a guard, beyond the SQL of one cube: members, joins, other cubes, policies."""

from typing import Any

import pytest

from cubeproof.audit import unguarded
from models import compiled, statement

GUARDED = "SELECT * FROM notes WHERE ${USER_CONTEXT.id.filter('owner')}"
TAGS = "cube(`Tags`, {sql: `SELECT * FROM tags`, dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}}});"


def notes(table: str = GUARDED, members: str = "", more: str = "") -> str:
    owner = "dimensions: {owner: {sql: `owner`, type: `number`}, id: {sql: `id`, type: `number`, primaryKey: true}"
    return f"cube(`Notes`, {{sql: `{table}`, {more} {owner}, {members}}}}});"


def read(query: dict[str, Any], *files: str, **options: Any) -> tuple[tuple[str, str], ...]:
    model = compiled(**{f"F{n}": text for n, text in enumerate(files)})
    return unguarded(statement(model, query, {"id": 42}, **options))


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("(SELECT max(p.price) FROM prices p WHERE p.note = ${CUBE}.id)", ["prices"]),
        ("coalesce((SELECT 1 FROM a), (SELECT 2 FROM b.c))", ["a", "b.c"]),
        ("(SELECT 1 FROM prices WHERE ${USER_CONTEXT.id.filter('owner')})", []),
        ("extract(year FROM ${CUBE}.at)", []),
        ("trim(both FROM body)", []),
        ("(SELECT 1 FROM prices WHERE AND)", ["(SELECT 1 FROM prices WHERE AND)"]),
        ("owner + 1", []),
        ("${USER_CONTEXT.id.unsafeValue() === 42 ? '(SELECT max(p) FROM prices)' : '0'}", ["prices"]),
        ("${USER_CONTEXT.id.unsafeValue() === 7 ? '(SELECT max(p) FROM prices)' : '0'}", []),
    ],
)
def test_a_query_inside_a_member_needs_a_guard_of_its_own(sql: str, tables: list[str]) -> None:
    asked = {"dimensions": ["Notes.price"]}
    found = read(asked, notes(members=f"price: {{sql: `{sql}`, type: `number`}}"))
    assert sorted(("Notes", table) for table in tables) == sorted(found)


def test_a_member_that_is_not_read_does_not_count() -> None:
    price = "price: {sql: `(SELECT max(price) FROM prices)`, type: `number`}"
    assert read({"dimensions": ["Notes.owner"]}, notes(members=price)) == ()


def test_a_member_that_another_refers_to_counts() -> None:
    members = (
        "price: {sql: `(SELECT 1 FROM prices)`, type: `number`}, twice: {sql: `2 * ${price}`, type: `number`}"
    )
    assert read({"dimensions": ["Notes.twice"]}, notes(members=members)) == (("Notes", "prices"),)


def test_a_query_inside_the_condition_of_a_join_counts() -> None:
    joins = (
        "joins: {Tags: {relationship: `belongsTo`, sql: `${CUBE}.tag = (SELECT max(id) FROM last_tags)`}},"
    )
    found = read({"dimensions": ["Notes.owner", "Tags.id"]}, notes(more=joins), TAGS)
    assert found == (("Tags", "tags"), ("Notes", "last_tags"))


def test_the_rows_of_another_cube_are_a_scan_of_its_own() -> None:
    mine = "SELECT * FROM ${Tags.sql()} t WHERE ${USER_CONTEXT.id.filter('owner')}"
    assert read({"dimensions": ["Notes.owner"]}, notes(mine), TAGS) == (("Tags", "tags"),)


def test_a_table_whose_name_depends_on_the_caller_is_shown_with_its_hole() -> None:
    mine = f"{GUARDED} UNION ALL SELECT * FROM ${{USER_CONTEXT.tenant.unsafeValue()}}.notes"
    assert [("Notes", "….notes")] == list(read({"dimensions": ["Notes.owner"]}, notes(mine)))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("SELECT * FROM notes", ()),
        ("SELECT *, (SELECT max(p) FROM prices) AS p FROM notes", (("Notes", "prices"),)),
    ],
)
def test_a_policy_stands_on_all_rows_of_a_cube_but_not_on_queries_inside(
    table: str, expected: tuple[tuple[str, str], ...]
) -> None:
    policy = (
        "accessPolicy: [{role: `*`, rowLevel: {filters: [{member: `owner`, operator: `equals`, "
        "values: [securityContext.id]}]}}],"
    )
    assert expected == read({"dimensions": ["Notes.owner"]}, notes(table, more=policy))
