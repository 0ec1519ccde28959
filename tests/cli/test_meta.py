"""`meta`: public cubes and members, in the shape of Cube's /v1/meta."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

from cubeproof.lower.meta import titleize

MODEL = """\
cube(`LineItems`, {
  sql: `SELECT * FROM items`,
  title: `Items`,
  description: `What was sold`,
  joins: { Orders: { relationship: `belongsTo`, sql: `${CUBE}.order_id = ${Orders}.id` } },
  measures: {
    count: { type: `count`, drillMembers: [id, createdAt] },
    share: { sql: `${count} / 100.0`, type: `number`, format: `percent`, title: `The share` },
    hidden: { type: `count`, shown: false }
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    createdAt: { sql: `created_at`, type: `time`, meta: { a: 1 } }
  },
  segments: { big: { sql: `${CUBE}.n > 10` } }
});
cube(`Orders`, { sql: `SELECT * FROM orders`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Lonely`, { sql: `SELECT 1` });
cube(`Secret`, { sql: `SELECT 1`, shown: false });
"""


@pytest.fixture
def cubes(run: Run, model: Path) -> dict[str, Any]:
    model.write_text(MODEL)
    outcome = run("meta")
    assert (0, "") == (outcome.code, outcome.err)
    return {cube["name"]: cube for cube in json.loads(outcome.out)["cubes"]}


def test_cubes_are_listed_in_the_order_of_the_model_hidden_ones_marked(cubes: dict[str, Any]) -> None:
    assert {"LineItems": True, "Orders": True, "Lonely": True, "Secret": False} == {
        n: c["public"] for n, c in cubes.items()
    }


def test_a_cube_has_title_description_and_its_group_of_joined_cubes(cubes: dict[str, Any]) -> None:
    items = cubes["LineItems"]
    assert ("cube", "Items", "What was sold", 1) == tuple(
        items[k] for k in ("type", "title", "description", "connectedComponent")
    )
    assert 1 == cubes["Orders"]["connectedComponent"]
    assert "connectedComponent" not in cubes["Lonely"]


def test_hidden_members_and_primary_keys_are_marked(cubes: dict[str, Any]) -> None:
    hidden = [
        m["name"]
        for k in ("measures", "dimensions", "segments")
        for m in cubes["LineItems"][k]
        if not m["isVisible"]
    ]
    assert ["LineItems.hidden", "LineItems.id"] == hidden


def test_a_measure_has_type_and_titles(cubes: dict[str, Any]) -> None:
    count, share, _ = cubes["LineItems"]["measures"]
    assert ("number", "count", "Items Count", "Count") == tuple(
        count[k] for k in ("type", "aggType", "title", "shortTitle")
    )
    assert ("number", "percent", "Items The share", "The share") == tuple(
        share[k] for k in ("type", "format", "title", "shortTitle")
    )
    assert "description" not in count


def test_a_dimension_keeps_its_meta(cubes: dict[str, Any]) -> None:
    _, dimension = cubes["LineItems"]["dimensions"]
    assert ("time", {"a": 1}, "Created at") == (dimension["type"], dimension["meta"], dimension["shortTitle"])


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("Created at", "createdAt"),
        ("User ID", "userId"),
        ("User ID", "user_id"),
        ("Count of All", "countOfAll"),
        ("The Orders", "the_orders"),
    ],
)
def test_titles_are_made_from_names_as_in_cube(expected: str, name: str) -> None:
    assert expected == titleize(name)


def test_a_model_with_errors_has_no_listing(run: Run, model: Path) -> None:
    model.write_text("cube(`A`, {")
    outcome = run("meta")
    assert (1, "") == (outcome.code, outcome.out)
