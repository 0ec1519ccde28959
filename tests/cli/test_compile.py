"""`compile`: the SQL on stdout, everything else on stderr, in every shape the contract lists."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import COUNT, NOW, SECRET, Run

pytestmark = pytest.mark.usefixtures("model")

FOR_42 = """\
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE user_id = 42
) AS orders
LIMIT 10000
"""
SHOP = """\
cube(`Visits`, {
  sql: `SELECT * FROM visits WHERE ${USER_CONTEXT.id.requiredFilter('user_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { at: { sql: `at`, type: `time` } }
});
"""


def compiled(run: Run, *arguments: str, **more: Any) -> dict[str, Any]:
    outcome = run("compile", "--format", "json", *arguments, **more)
    assert (0, 1) == (outcome.code, outcome.out.count("\n")), outcome.err
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def test_the_documented_query_compiles_as_documented(run: Run) -> None:
    assert (0, FOR_42, "") == run("compile", "-q", COUNT, "-c", '{"id": 42}', "--inline")


@pytest.mark.parametrize("claims", ['{"id": 42}', '{"u": {"id": 42}}', '{"u": {"id": 42}, "id": 7}'])
def test_claims_below_u_and_at_the_root_are_the_same_caller(claims: str, run: Run) -> None:
    assert FOR_42 == run("compile", "-q", COUNT, "-c", claims, "--inline").out


def test_values_are_parameters_and_stand_on_stderr(run: Run) -> None:
    outcome = run("compile", "-q", COUNT, "-c", '{"id": 42}')
    assert FOR_42.replace("42", "$1") == outcome.out
    assert "parameters: [42]\n" == outcome.err


def test_json_has_the_shape_of_the_contract(run: Run) -> None:
    expected = {
        "schema_version": 1,
        "dialect": "postgres",
        "semantics": "cube",
        "sql": FOR_42.replace("42", "$1").rstrip("\n"),
        "params": [42],
        "columns": [{"alias": "orders.count", "member": "Orders.count", "kind": "measure", "type": "number"}],
        "guards": [
            {
                "cube": "Orders",
                "claim": "id",
                "on": "user_id",
                "form": "filter",
                "state": "bound",
                "effect": "restricts",
                "params": [0],
                "file": "schema/Orders.js",
                "line": 2,
                "column": 43,
            }
        ],
        "unguarded": [],
        "uses": {
            "cubes": ["Orders"],
            "members": ["Orders.count"],
            "joins": [],
            "scans": [{"cube": "Orders", "alias": "orders", "guards": [0], "restricted": True}],
        },
        "diagnostics": [],
    }
    found = compiled(run, "-q", COUNT, "-c", '{"id": 42}')
    assert expected == found
    assert list(expected) == list(found)


def test_an_open_guard_is_a_warning_with_file_line_and_claim(run: Run) -> None:
    outcome = run("compile", "-q", COUNT)
    assert 0 == outcome.code
    assert "WHERE 1 = 1" in outcome.out
    assert "warning" in outcome.err
    assert "`id`" in outcome.err
    assert "--> schema/Orders.js:2:43" in outcome.err
    found = compiled(run, "-q", COUNT)
    assert "open" == found["guards"][0]["state"]
    assert [("warning", "schema/Orders.js", 2)] == [
        (d["severity"], d["file"], d["line"]) for d in found["diagnostics"]
    ]


@pytest.mark.parametrize("way", [("--semantics", "strict"), ()])
def test_strict_semantics_refuses_a_caller_without_the_claim(
    way: tuple[str, ...], run: Run, folder: Path
) -> None:
    if not way:
        (folder / "cubeproof.toml").write_text('semantics = "strict"\n')
    outcome = run("compile", "-q", COUNT, *way)
    assert (1, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E451 claim `id` is required")


def test_the_command_line_wins_over_the_environment_and_that_over_the_file(run: Run, folder: Path) -> None:
    (folder / "cubeproof.toml").write_text('dialect = "sqlite"\n')
    assert "sqlite" == compiled(run, "-q", COUNT)["dialect"]
    assert "duckdb" == compiled(run, "-q", COUNT, CUBEPROOF_DIALECT="duckdb")["dialect"]
    assert "postgres" == compiled(run, "-q", COUNT, "-d", "postgres", CUBEPROOF_DIALECT="duckdb")["dialect"]


def test_a_token_is_verified_before_its_claims_count(run: Run) -> None:
    token = run("token", "-s", SECRET, "-p", "id=42").out.strip()
    assert FOR_42 == run("compile", "-q", COUNT, "-t", token, "-s", SECRET, "--inline").out
    assert FOR_42 == run("compile", "-q", COUNT, "-t", token, "--inline", CUBEJS_API_SECRET=SECRET).out
    assert (
        FOR_42 == run("compile", "-q", COUNT, "--inline", CUBEJS_API_SECRET=SECRET, CUBEPROOF_TOKEN=token).out
    )
    refused = run("compile", "-q", COUNT, "-t", token, "-s", f"{SECRET}-of-another")
    assert (1, "") == (refused.code, refused.out)
    assert refused.err.startswith("E413 ")


def test_the_documented_token_compiles_in_its_days_only(run: Run) -> None:
    from tests.cli.test_token import DOCUMENTED

    then = run(
        "compile", "-q", COUNT, "-t", DOCUMENTED, "-s", "secret", "--now", "2019-05-01T00:00:00Z", "--inline"
    )
    assert (0, FOR_42) == (then.code, then.out)
    today = run("compile", "-q", COUNT, "-t", DOCUMENTED, "-s", "secret")
    assert (1, "") == (today.code, today.out)
    assert "E414 the token expired" in today.err


def test_a_token_may_come_from_a_file_or_stdin(run: Run, folder: Path) -> None:
    token = run("token", "-s", SECRET, "-p", "id=42").out
    (folder / "token.txt").write_text(token)
    assert FOR_42 == run("compile", "-q", COUNT, "--token-file", "token.txt", "-s", SECRET, "--inline").out
    assert FOR_42 == run("compile", "-q", COUNT, "-t", "-", "-s", SECRET, "--inline", stdin=token).out


def test_claims_and_a_token_exclude_each_other(run: Run) -> None:
    outcome = run("compile", "-q", COUNT, "-c", "{}", "-t", "x")
    assert (2, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E620 give one of `--context`, `--token` and `--token-file`")


def test_a_token_of_the_environment_gives_way_to_claims(run: Run) -> None:
    assert FOR_42 == run("compile", "-q", COUNT, "-c", '{"id": 42}', "--inline", CUBEPROOF_TOKEN="x").out


def test_query_and_context_may_come_from_files_or_stdin(run: Run, folder: Path) -> None:
    (folder / "query.json").write_bytes(b"\xef\xbb\xbf" + COUNT.encode())
    (folder / "caller.json").write_text('{"id": 42}')
    assert FOR_42 == run("compile", "-q", "query.json", "-c", "caller.json", "--inline").out
    assert FOR_42 == run("compile", "-q", "-", "-c", "caller.json", "--inline", stdin=COUNT).out
    assert FOR_42 == run("compile", "-q", f"\n {COUNT}", "-c", ' {"id": 42}', "--inline").out


def test_several_dialects_are_several_statements_each_with_a_head(run: Run) -> None:
    outcome = run(
        "compile", "-q", COUNT, "-c", '{"id": 42}', "-d", "postgres", "-d", "sqlite", "-d", "postgres"
    )
    heads = [line for line in outcome.out.splitlines() if line.startswith("--")]
    assert ["-- query 0, postgres", "-- query 0, sqlite"] == heads
    assert 2 == outcome.out.count("LIMIT 10000;\n")


def test_several_queries_are_a_json_object_a_line(run: Run, folder: Path) -> None:
    (folder / "schema" / "Visits.js").write_text(SHOP)
    ranges = {
        "measures": ["Visits.count"],
        "timeDimensions": [
            {
                "dimension": "Visits.at",
                "compareDateRange": [["2020-01-01", "2020-01-02"], ["2019-01-01", "2019-01-02"]],
            }
        ],
    }
    both = json.dumps([json.loads(COUNT), ranges])
    outcome = run("compile", "-q", both, "-c", '{"id": 1}', "--format", "json")
    found = [json.loads(line) for line in outcome.out.splitlines()]
    assert 0 == outcome.code
    assert [(0, None), (1, 0), (1, 1)] == [(f["query_index"], f["range_index"]) for f in found]


def test_a_total_is_a_statement_of_its_own(run: Run) -> None:
    asked = json.dumps([{**json.loads(COUNT), "total": True}, json.loads(COUNT)])
    outcome = run("compile", "-q", asked, "-c", '{"id": 1}', "--format", "json")
    found = [json.loads(line) for line in outcome.out.splitlines()]
    assert [(0, None), (0, True), (1, None)] == [(f["query_index"], f.get("total")) for f in found]
    assert found[1]["sql"].startswith('SELECT\n  count(*) "total_count"\nFROM (')
    assert ["restricts"] == [guard["effect"] for guard in found[1]["guards"]]


def test_one_refused_statement_of_several_is_an_error_line_and_exit_code_1(run: Run, folder: Path) -> None:
    (folder / "schema" / "Visits.js").write_text(SHOP)
    both = json.dumps([json.loads(COUNT), {"measures": ["Visits.count"]}])
    outcome = run("compile", "-q", both, "--format", "json")
    first, second = (json.loads(line) for line in outcome.out.splitlines())
    assert 1 == outcome.code
    assert ("sql" in first, "sql" in second, 1) == (True, False, second["query_index"])
    assert second["error"]["code"] == second["errors"][0]["code"]
    assert second["error"]["file"] == "schema/Visits.js"


def test_errors_as_json_stand_on_stdout_too(run: Run) -> None:
    outcome = run("compile", "-q", '{"measures": ["Orders.cuont"]}', "--format", "json")
    found = json.loads(outcome.out)
    assert 1 == outcome.code
    assert ("E351", "E351") == (found["error"]["code"], found["errors"][0]["code"])
    assert outcome.err.startswith("E351 ")


def test_an_unknown_member_names_the_nearest(run: Run) -> None:
    outcome = run("compile", "-q", '{"measures": ["Orders.cuont"]}')
    assert (1, "") == (outcome.code, outcome.out)
    assert "did you mean `Orders.count`?" in outcome.err or "did you mean `count`?" in outcome.err


def test_pretty_lays_the_models_own_sql_out_too(run: Run) -> None:
    outcome = run("compile", "-q", COUNT, "-c", '{"id": 42}', "--pretty")
    assert 0 == outcome.code
    assert "FROM public.orders\n" in outcome.out


def test_explain_prints_the_plan_in_place_of_the_sql(run: Run) -> None:
    outcome = run("compile", "-q", COUNT, "-c", '{"id": 42}', "--explain")
    assert 0 == outcome.code
    assert "Source Orders" in outcome.out
    assert "42" not in outcome.out
    found = json.loads(run("compile", "-q", COUNT, "--explain", "--format", "json").out)
    assert "Source Orders" in found["plan"]


def test_explain_of_a_refused_query_is_exit_code_1(run: Run) -> None:
    outcome = run("compile", "-q", COUNT, "--explain", "--semantics", "strict")
    assert (1, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E451 ")


def test_aliases_may_be_underscored(run: Run) -> None:
    assert "orders__count" == compiled(run, "-q", COUNT, "--aliases", "underscored")["columns"][0]["alias"]


def test_the_configured_limit_is_the_default_of_a_query(run: Run, folder: Path) -> None:
    (folder / "cubeproof.toml").write_text("limit = 5\n")
    assert compiled(run, "-q", COUNT)["sql"].endswith("LIMIT 5")
    assert compiled(run, "-q", '{"measures": ["Orders.count"], "limit": 6}')["sql"].endswith("LIMIT 6")


def test_relative_dates_count_from_now(run: Run, folder: Path) -> None:
    (folder / "schema" / "Visits.js").write_text(SHOP)
    query = '{"measures": ["Visits.count"], "timeDimensions": [{"dimension": "Visits.at", "dateRange": "yesterday"}]}'
    found = compiled(run, "-q", query, "-c", '{"id": 1}', "--now", NOW)
    assert ["2025-12-31T00:00:00.000Z", "2025-12-31T23:59:59.999Z"] == [p for p in found["params"] if p != 1]


CONTEXT = "cube(`Orders`, {sql: `SELECT * FROM ${COMPILE_CONTEXT.securityContext.tenant}_orders`, measures: {count: {type: `count`}}});"


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        ("a_orders", ["-c", '{"tenant": "a"}']),
        ("b_orders", ["-c", '{"tenant": "a"}', "--compile-context", '{"securityContext": {"tenant": "b"}}']),
        ("c_orders", []),
        ("a_orders", ["-c", '{"u": {"tenant": "a"}}']),
    ],
)
def test_compile_context_is_the_option_the_caller_or_the_configuration(
    expected: str, arguments: list[str], run: Run, model: Path, folder: Path
) -> None:
    model.write_text(CONTEXT)
    (folder / "cubeproof.toml").write_text('compile-context = {securityContext = {tenant = "c"}}\n')
    assert f"FROM {expected}" in run("compile", "-q", COUNT, *arguments).out


def test_a_model_that_reads_a_missing_caller_is_told_so(run: Run, model: Path) -> None:
    model.write_text(CONTEXT)
    assert (
        "E631 info: the model reads `COMPILE_CONTEXT`, and no caller is named"
        in run("compile", "-q", COUNT).err
    )


def test_what_a_model_sees_as_environment_is_configured_and_never_the_real_one(
    run: Run, model: Path, folder: Path
) -> None:
    model.write_text(
        "cube(`Orders`, {sql: `SELECT * FROM ${process.env.SCHEMA || 'none'}.orders`, measures: {count: {type: `count`}}});"
    )
    assert "FROM none.orders" in run("compile", "-q", COUNT, SCHEMA="real").out
    (folder / "cubeproof.toml").write_text('env = {SCHEMA = "mine"}\n')
    assert "FROM mine.orders" in run("compile", "-q", COUNT, SCHEMA="real").out


def test_equal_input_gives_equal_bytes(run: Run) -> None:
    arguments = ("compile", "-q", COUNT, "-c", '{"id": [1, 2]}', "--format", "json")
    assert run(*arguments) == run(*arguments)


@pytest.mark.parametrize("option", [["--inline"], ["--pretty"], ["--format", "json"], ["--explain"]])
def test_display_options_do_not_change_the_exit_code(option: list[str], run: Run) -> None:
    assert 0 == run("compile", "-q", COUNT, *option).code
    assert 1 == run("compile", "-q", '{"measures": ["Orders.nothing"]}', *option).code


SOURCES = """\
cube(`Orders`, {sql: `SELECT 1`, measures: {count: {type: `count`}}});
cube(`Files`, {sql: `SELECT 1`, dataSource: `lake`, measures: {count: {type: `count`}}, dimensions: {n: {sql: `n`, type: `string`}}});
"""
FILES_BY_NAME = '{"dimensions": ["Files.n"], "filters": [{"or": [{"member": "Files.n", "operator": "set"}]}]}'


def test_a_data_source_decides_on_the_dialect_unless_the_command_line_does(
    run: Run, model: Path, folder: Path
) -> None:
    model.write_text(SOURCES)
    (folder / "cubeproof.toml").write_text('dialect = "sqlite"\ndata-sources = {lake = "duckdb"}\n')
    assert "duckdb" == compiled(run, "-q", '{"measures": ["Files.count"]}')["dialect"]
    assert "duckdb" == compiled(run, "-q", FILES_BY_NAME)["dialect"]
    assert "sqlite" == compiled(run, "-q", COUNT)["dialect"]
    assert "postgres" == compiled(run, "-q", FILES_BY_NAME, "-d", "postgres")["dialect"]


def test_data_sources_of_different_dialects_are_refused(run: Run, model: Path, folder: Path) -> None:
    model.write_text(SOURCES)
    (folder / "cubeproof.toml").write_text('data-sources = {lake = "duckdb", default = "postgres"}\n')
    outcome = run("compile", "-q", '{"measures": ["Orders.count", "Files.count"]}')
    assert (1, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith(
        "E632 the query's cubes are in data sources of different dialects: `postgres`, `duckdb`"
    )


def test_a_data_source_of_an_unknown_dialect_is_exit_code_2(run: Run, model: Path, folder: Path) -> None:
    (folder / "cubeproof.toml").write_text('data-sources = {default = "postgre"}\n')
    assert 2 == run("compile", "-q", COUNT).code


def test_warnings_of_a_token_are_said_once(run: Run) -> None:
    token = run("token", "-s", "weak", "--allow-weak-secret", "-p", "id=42").out.strip()
    outcome = run("compile", "-q", COUNT, "-t", token, "-s", "weak")
    assert (0, 1) == (outcome.code, outcome.err.count("E427"))
