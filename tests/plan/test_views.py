"""Queries through views: the members behind, along the view's join paths, under the view's names. Rows on DuckDB."""

from collections.abc import Iterator
from typing import Any

import pytest

from cubeproof.bind import Statement
from cubeproof.diagnostics import Result
from cubeproof.engines import Engine, connect
from cubeproof.pipeline import Compiled, compile_model, compile_request
from cubeproof.request.context import SecurityContext
from cubeproof.request.read import read_queries
from cubeproof.workspace import from_texts

MODEL = """
cube(`Visits`, {
  sql: `SELECT * FROM visits WHERE ${FILTER_PARAMS.Pages.path.filter('landing')}`,
  joins: {
    Pages: { relationship: `belongsTo`, sql: `${CUBE}.page_id = ${Pages}.id` },
    Sites: { relationship: `belongsTo`, sql: `${CUBE}.site_id = ${Sites}.id` }
  },
  measures: { count: { type: `count` }, seconds: { sql: `seconds`, type: `sum` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    at: { sql: `visited_at`, type: `time` }
  },
  segments: { long: { sql: `${CUBE}.seconds > 10` } }
});
cube(`Pages`, {
  sql: `SELECT * FROM pages WHERE ${SECURITY_CONTEXT.tenant.filter('tenant')}`,
  joins: { Sites: { relationship: `belongsTo`, sql: `${CUBE}.site_id = ${Sites}.id` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, path: { sql: `path`, type: `string` } }
});
cube(`Sites`, {
  sql: `SELECT * FROM sites`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, host: { sql: `host`, type: `string` } }
});
view(`Traffic`, {
  cubes: [
    { joinPath: Visits, includes: '*', excludes: ['id'] },
    { joinPath: Visits.Pages, prefix: true, alias: 'page', includes: ['path'] },
    { joinPath: Visits.Pages.Sites, includes: [{ name: 'host', alias: 'owner' }] },
    { joinPath: Visits.Sites, includes: [{ name: 'host', alias: 'servedBy' }] }
  ],
  measures: { perSecond: { sql: `${Visits.count} / ${Visits.seconds}`, type: `number` } }
});
"""
ROWS = """
CREATE TABLE sites (id int, host text); INSERT INTO sites VALUES (1, 'one.example'), (2, 'two.example');
CREATE TABLE pages (id int, path text, site_id int, tenant int);
INSERT INTO pages VALUES (1, '/', 1, 7), (2, '/about', 2, 7), (3, '/secret', 2, 8);
CREATE TABLE visits (id int, page_id int, site_id int, seconds int, visited_at timestamp, landing text);
INSERT INTO visits VALUES (1, 1, 2, 5, '2020-01-01', '/'), (2, 1, 2, 20, '2020-01-02', '/'),
  (3, 2, 1, 30, '2020-02-01', '/about'), (4, 3, 1, 40, '2020-02-02', '/secret');
"""
TENANT = {"tenant": 7}


@pytest.fixture(scope="module")
def model() -> Compiled:
    made = compile_model(from_texts({"Traffic.js": MODEL}).value)
    assert ["E293"] == [d.code for d in made.diagnostics]
    return made.value


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with connect("duckdb:///:memory:", data=ROWS) as opened:
        yield opened


def compiled(model: Compiled, query: dict[str, Any]) -> Result[Statement | None]:
    request = read_queries(query, now=None, limit=None).value[0]
    return compile_request(model, request, SecurityContext.from_claims(TENANT).value, dialect="duckdb")


@pytest.mark.parametrize(
    ("columns", "rows", "query"),
    [
        (["traffic.count"], {(4,)}, {"measures": ["Traffic.count"]}),
        (
            ["traffic.page_path", "traffic.count"],
            {("/", 2), ("/about", 1), (None, 1)},
            {"measures": ["Traffic.count"], "dimensions": ["Traffic.page_path"]},
        ),
        (
            ["traffic.owner", "traffic.seconds"],
            {("one.example", 25), ("two.example", 30), (None, 40)},
            {"measures": ["Traffic.seconds"], "dimensions": ["Traffic.owner"]},
        ),
        (
            ["traffic.served_by", "traffic.seconds"],
            {("two.example", 25), ("one.example", 70)},
            {"measures": ["Traffic.seconds"], "dimensions": ["Traffic.servedBy"]},
        ),
        (["traffic.count"], {(3,)}, {"measures": ["Traffic.count"], "segments": ["Traffic.long"]}),
        (
            ["traffic.at_month", "traffic.count"],
            {("2020-01-01", 2), ("2020-02-01", 2)},
            {"measures": ["Traffic.count"], "timeDimensions": [{"dimension": "Traffic.at", "granularity": "month"}],
             "order": {"Traffic.at": "asc"}},
        ),
        (
            ["traffic.count"],
            {(2,)},
            {"measures": ["Traffic.count"],
             "filters": [{"member": "Traffic.page_path", "operator": "equals", "values": ["/"]}]},
        ),
    ],
)  # fmt: skip
def test_a_view_answers_for_the_cubes_behind_it(
    model: Compiled, engine: Engine, columns: list[str], rows: set[Any], query: dict[str, Any]
) -> None:
    statement = compiled(model, query).value
    assert statement is not None
    assert columns == [column.alias for column in statement.columns]
    found = engine.run(statement.sql, statement.params)
    assert rows == {tuple(map(shown, row)) for row in found.rows}


def shown(value: Any) -> Any:
    """A time as its day: older engines give a date for it."""
    return value.isoformat()[:10] if hasattr(value, "isoformat") else value


def test_a_filter_on_a_view_reaches_the_sql_of_the_cube(model: Compiled) -> None:
    condition = {"member": "Traffic.page_path", "operator": "equals", "values": ["/"]}
    statement = compiled(model, {"measures": ["Traffic.count"], "filters": [condition]}).value
    assert statement is not None
    assert "WHERE (landing = $1)" in statement.sql


def test_guards_of_the_cubes_on_the_path_stay(model: Compiled) -> None:
    statement = compiled(model, {"dimensions": ["Traffic.owner"]}).value
    assert statement is not None
    assert [("Pages", "tenant", "bound")] == [(g.cube, g.claim, g.state) for g in statement.guards]


@pytest.mark.parametrize(
    ("code", "query"),
    [
        ("E351", {"measures": ["Traffic.nope"]}),
        ("E351", {"dimensions": ["Traffic.id"]}),
        ("E353", {"measures": ["Traffic.perSecond"]}),
        ("E385", {"dimensions": ["Traffic.owner", "Traffic.servedBy"]}),
        ("E385", {"measures": ["Traffic.count", "Visits.count"]}),
    ],
)
def test_what_a_view_cannot_answer_is_refused(model: Compiled, code: str, query: dict[str, Any]) -> None:
    found = compiled(model, query)
    assert found.value is None
    assert [code] == [d.code for d in found.diagnostics if d.severity == "error"]


def test_two_columns_of_one_cube_along_two_paths_are_refused_with_both_paths(model: Compiled) -> None:
    found = compiled(model, {"dimensions": ["Traffic.owner", "Traffic.servedBy"]})
    assert [
        "`Traffic.owner` and `Traffic.servedBy` are both `Sites.host`, along two paths: "
        "`Visits.Pages.Sites` and `Visits.Sites`"
    ] == [d.message for d in found.diagnostics if d.severity == "error"]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("`Pages.Visits`", {"measures": ["Against.count"]}),
        ("`Traffic.Pages`", {"dimensions": ["Through.path"]}),
        ("`Pages.Visits`", {"measures": ["Pages.Visits.count"]}),
    ],
)
def test_a_path_that_no_join_takes_is_refused_and_named(path: str, query: dict[str, Any]) -> None:
    views = """
    view(`Against`, { cubes: [{ joinPath: Pages.Visits, includes: ['count'] }] });
    view(`Through`, { cubes: [{ joinPath: Traffic.Pages, includes: ['path'] }] });
    """
    made = compile_model(from_texts({"Traffic.js": MODEL + views}).value).value
    errors = [d for d in compiled(made, query).diagnostics if d.severity == "error"]
    assert ["E360"] == [d.code for d in errors]
    assert path in errors[0].message


@pytest.mark.parametrize(
    "query",
    [
        {"measures": ["Visits.count"]},
        {"measures": ["Traffic.count"]},
        {"dimensions": ["Traffic.page_path"]},
    ],
)
def test_a_cube_whose_rows_cannot_be_told_yet_is_refused_wherever_it_is_scanned(
    query: dict[str, Any],
) -> None:
    text = MODEL.replace("cube(`Visits`, {", "cube(`Visits`, { calendar: true,")
    made = compile_model(from_texts({"Traffic.js": text}).value).value
    found = compiled(made, query)
    assert found.value is None
    assert {"E353"} == {d.code for d in found.diagnostics if d.severity == "error"}


def test_one_cube_along_two_paths_is_refused(model: Compiled) -> None:
    condition = {"member": "Traffic.servedBy", "operator": "equals", "values": ["one.example"]}
    found = compiled(model, {"dimensions": ["Traffic.owner"], "filters": [condition]})
    assert found.value is None
