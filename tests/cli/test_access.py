"""`access`: which cubes a caller reads, whose rows, and why."""

import json
from pathlib import Path
from typing import Any

SHOP = """
cube(`Orders`, {
  sql: `SELECT * FROM orders WHERE ${USER_CONTEXT.id.filter('user_id')} AND ${USER_CONTEXT.regions.filter('region')}`,
  measures: {count: {type: `count`}},
});
cube(`Products`, {sqlTable: `products`, measures: {count: {type: `count`}}});
cube(`People`, {sql: `SELECT * FROM people WHERE ${USER_CONTEXT.country.requiredFilter('country')}`, measures: {count: {type: `count`}}});
cube(`Old`, {sql: `SELECT * FROM old WHERE true OR ${USER_CONTEXT.id.filter('user_id')}`, measures: {count: {type: `count`}}});
cube(`All`, {
  sql: `SELECT * FROM orders WHERE ${USER_CONTEXT.id.filter('user_id')} UNION ALL SELECT * FROM archive`,
  measures: {count: {type: `count`}},
});
cube(`Bare`, {sql: `SELECT * FROM orders WHERE id IN (SELECT id FROM others) AND ${USER_CONTEXT.id.filter('user_id')}`});
"""


def test_each_cube_has_a_verdict_with_its_reasons(run: Any, folder: Path) -> None:
    (folder / "shop.js").write_text(SHOP)
    found = run("access", "shop.js", "-c", '{"id": 42, "regions": []}', "--format", "json")
    assert 0 == found.code
    table = {one["cube"]: (one["rows"], one["why"]) for one in json.loads(found.out)["access"]}
    assert ("all", ["all rows, no guard"]) == table["Products"]
    assert ("denied", ["E451 claim `country` is required by `People`, and it is absent"]) == table["People"]
    assert "none" == table["Orders"][0]
    assert "own rows, user_id = claim id (shop.js:3:36)" in table["Orders"][1]
    assert "unproven" == table["Old"][0]
    assert "unproven" == table["All"][0]
    assert "ALL ROWS of archive, no guard" in table["All"][1]
    assert ("mixed", "ALL ROWS of others, no guard") == (table["Bare"][0], table["Bare"][1][1])


def test_the_text_is_a_table_and_says_what_is_not_seen(run: Any, folder: Path) -> None:
    (folder / "shop.js").write_text(SHOP)
    found = run("access", "shop.js", "-c", "{}")
    assert "Products  ALL ROWS    all rows, no guard\n" in found.out
    assert "Orders    ALL ROWS    ALL ROWS, claim id is absent (shop.js:3:36)\n" in found.out
    assert "People    denied      E451" in found.out
    assert "`queryRewrite`" in found.err


def test_under_strict_semantics_a_missing_claim_denies(run: Any, folder: Path) -> None:
    (folder / "shop.js").write_text(SHOP)
    found = run("access", "shop.js", "-c", "{}", "--semantics", "strict", "--format", "json")
    assert "denied" == json.loads(found.out)["access"][0]["rows"]


POLICIES = """
cube(`Notes`, {
  sql: `SELECT * FROM notes`,
  measures: {count: {type: `count`}},
  dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}, owner: {sql: `owner`, type: `number`}},
  accessPolicy: [
    {group: `boss`, memberLevel: {includes: `*`, excludes: [`owner`]}, rowLevel: {allowAll: true}},
    {group: `staff`, memberLevel: {includes: [`count`]}, rowLevel: {filters: [
      {member: `owner`, operator: `equals`, values: [securityContext.id]},
    ]}},
  ],
});
"""


def test_a_policy_shows_its_rows_whatever_members_it_shows(run: Any, folder: Path) -> None:
    (folder / "notes.js").write_text(POLICIES)
    (folder / "cubeproof.toml").write_text('groups-claim = "groups"\n')
    for groups, rows in (("boss", "all"), ("staff", "own"), ("guest", "none")):
        claims = json.dumps({"id": 42, "groups": [groups]})
        (found,) = json.loads(run("access", "notes.js", "-c", claims, "--format", "json").out)["access"]
        assert (groups, rows) == (groups, found["rows"]), found
