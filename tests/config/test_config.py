"""The configuration: found upward, typed, every problem with its place, the environment over the file."""

from pathlib import Path
from typing import Any

import pytest

from cubeproof.config import EXPECTED, ClaimType, Configuration, ModelLimits, TokenRules, load
from cubeproof.diagnostics import Diagnostic


def configured(folder: Path, text: str, file: str = "cubeproof.toml", **environment: str) -> Configuration:
    (folder / file).write_text(text)
    found = load(str(folder), environment)
    assert () == found.diagnostics
    return found.value.configuration


def problems(
    folder: Path, text: str, file: str = "cubeproof.toml", **environment: str
) -> tuple[Diagnostic, ...]:
    (folder / file).write_text(text)
    return load(str(folder), environment).diagnostics


def places(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(d.code, repr(d.span) if d.span else str(d.path)) for d in found]


def test_without_a_file_every_key_has_its_default(tmp_path: Path) -> None:
    found = load(str(tmp_path), {}).value
    assert Configuration() == found.configuration
    assert ("cube", "dotted", 10_000, "error") == (
        found.configuration.semantics,
        found.configuration.aliases,
        found.configuration.limit,
        found.configuration.fail_on,
    )


EVERYTHING = """
model = ["schema", "more"]
dialect = "duckdb"
dialects = ["postgres", "duckdb"]
semantics = "strict"
aliases = "underscored"
limit = 500
fail-on = "warning"
groups-claim = "roles"
snapshots = "reviewed"
sensitive-claims = ["ssn"]
respect-visibility = true
lint = {abc = "off", ignore = ["xyz"]}
data-sources = {default = "postgres"}
tenant-columns = {tenant_id = "tenant"}
public-cubes = ["Products"]
claims = {id = {type = "number"}, stores = {list = true, optional = true}}
sensitive-columns = ["ssn"]
env = {STAGE = "test"}
modules = {"./data" = "data.json"}
compile-context = {securityContext = {tenant = 1, on = true, ratio = 0.5, tags = ["a"]}}
[limits]
file-steps = 1000
force-steps = 500
text = 4096
items = 100
depth = 50
[token]
algorithms = ["RS256"]
public-key = "key.pem"
leeway = 5
audience = ["us"]
issuer = ["them"]
subject = "me"
claims-namespace = "https://x"
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    expected = Configuration(
        model=("schema", "more"),
        dialect="duckdb",
        dialects=("postgres", "duckdb"),
        semantics="strict",
        aliases="underscored",
        limit=500,
        fail_on="warning",
        groups_claim="roles",
        snapshots="reviewed",
        sensitive_claims=("ssn",),
        respect_visibility=True,
        lint={"abc": "off", "ignore": ["xyz"]},
        data_sources={"default": "postgres"},
        tenant_columns={"tenant_id": "tenant"},
        public_cubes=("Products",),
        claims={"id": ClaimType(type="number"), "stores": ClaimType(list=True, optional=True)},
        sensitive_columns=("ssn",),
        env={"STAGE": "test"},
        modules={"./data": "data.json"},
        compile_context={"securityContext": {"tenant": 1, "on": True, "ratio": 0.5, "tags": ["a"]}},
        limits=ModelLimits(file_steps=1000, force_steps=500, text=4096, items=100, depth=50),
        token=TokenRules(
            algorithms=("RS256",),
            public_key="key.pem",
            leeway=5,
            audience=("us",),
            issuer=("them",),
            subject="me",
            claims_namespace="https://x",
        ),
    )
    assert expected == configured(tmp_path, EVERYTHING)


def test_the_test_above_knows_every_key() -> None:
    assert [] == [key for key in EXPECTED if key.rpartition(".")[2] not in EVERYTHING]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("E610", "[limits]\nfile-step = 1\n"),
        ("E611", "tenant-columns = ['user_id']\n"),
        ("E611", "public-cubes = 'Products'\n"),
        ("E611", "claims = ['id']\n"),
        ("E611", "claims = {id = {type = 'text'}}\n"),
        ("E611", "claims = {id = {optionl = true}}\n"),
        ("E611", "sensitive-columns = {}\n"),
        ("E611", "[limits]\nfile-steps = 0\n"),
        ("E611", "[limits]\ntext = 'much'\n"),
        ("E611", "limits = 1\n"),
    ],
)
def test_a_limit_is_a_number_under_a_known_name(tmp_path: Path, code: str, text: str) -> None:
    assert [code] == [d.code for d in problems(tmp_path, text)]


def test_a_section_of_pyproject_is_the_same(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.cubeproof]\nlimit = 7\n[tool.cubeproof.lint]\nabc = "off"\n'
    found = configured(tmp_path, text, "pyproject.toml")
    assert (7, {"abc": "off"}) == (found.limit, found.lint)


def test_the_nearest_folder_above_with_a_section_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.cubeproof]\nlimit = 7\n")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "x"\ndescription = "cubeproof"\n')
    found = load(str(inner), {}).value
    assert (7, str(tmp_path)) == (found.configuration.limit, found.folder)


def test_cubeproof_toml_wins_over_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.cubeproof]\nlimit = 7\n")
    assert 8 == configured(tmp_path, "limit = 8\n").limit


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    found = configured(
        tmp_path,
        'semantics = "cube"\nlimit = 7\n',
        CUBEPROOF_SEMANTICS="strict",
        CUBEPROOF_LIMIT="9",
        CUBEPROOF_MODEL="a:b",
        CUBEPROOF_FAIL_ON="info",
        CUBEPROOF_DATABASE="duckdb:///:memory:",
        CUBEPROOF_DEBUG="1",
        HOME="/",
    )
    assert ("strict", 9, ("a", "b"), "info", "duckdb:///:memory:") == (
        found.semantics,
        found.limit,
        found.model,
        found.fail_on,
        found.database,
    )


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("E610", "cubeproof.toml:2:1"), "limit = 1\nsemantic = 'strict'\n"),
        (("E610", "cubeproof.toml:2:1"), "[token]\nissuers = ['x']\n"),
        (("E610", "cubeproof.toml:1:1"), "database = 'postgres://u:p@h/d'\n"),
        (("E611", "cubeproof.toml:1:1"), "semantics = 'stric'\n"),
        (("E611", "cubeproof.toml:1:1"), "limit = '7'\n"),
        (("E611", "cubeproof.toml:1:1"), "limit = true\n"),
        (("E611", "cubeproof.toml:1:1"), "limit = 0\n"),
        (("E611", "cubeproof.toml:1:1"), "limit = 50001\n"),
        (("E611", "cubeproof.toml:1:1"), "model = 'schema'\n"),
        (("E611", "cubeproof.toml:1:1"), "model = [1]\n"),
        (("E611", "cubeproof.toml:1:1"), "dialect = ''\n"),
        (("E611", "cubeproof.toml:1:1"), "env = {A = 1}\n"),
        (("E611", "cubeproof.toml:1:1"), "compile-context = {a = 2020-01-01}\n"),
        (("E611", "cubeproof.toml:1:1"), "compile-context = {a = [nan]}\n"),
        (("E611", "cubeproof.toml:1:2"), "[lint]\nabc = 'loud'\n"),
        (("E611", "cubeproof.toml:1:1"), "lint = {ignore = 'abc'}\n"),
        (("E611", "cubeproof.toml:1:1"), "token = 1\n"),
        (("E611", "cubeproof.toml:2:1"), "[token]\nleeway = -1\n"),
        (("E611", "cubeproof.toml:2:1"), "[token]\nleeway = nan\n"),
        (("E611", "cubeproof.toml:1:1"), "token.algorithms = 'HS256'\n"),
        (("E612", "cubeproof.toml:2:9"), "limit = 1\nmodel = [\n"),
        (("E612", "cubeproof.toml:1:9"), "limit = \n"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(expected: tuple[str, str], text: str, tmp_path: Path) -> None:
    assert [expected[0]] == [d.code for d in problems(tmp_path, text)]
    if expected[0] != "E612":
        assert [expected] == places(problems(tmp_path, text))


def test_broken_toml_is_shown_where_it_breaks(tmp_path: Path) -> None:
    assert [("E612", "cubeproof.toml:1:9")] == places(problems(tmp_path, "limit = \nmodel = []\n"))


def test_the_nearest_key_is_named(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "semantic = 'strict'\n")
    assert ("unknown configuration key `semantic`", "did you mean `semantics`?") == (
        found.message,
        found.help,
    )


def test_all_problems_are_reported_in_one_run(tmp_path: Path) -> None:
    found = problems(tmp_path, "limit = 0\nsemantic = 1\n[token]\nleeway = -1\nx = 1\n", CUBEPROOF_LIMIT="x")
    assert ["E611", "E610", "E611", "E610", "E611"] == [d.code for d in found]


def test_places_in_pyproject_are_below_its_section(tmp_path: Path) -> None:
    text = "[tool.other]\nlimit = 'x'\n[tool.cubeproof]\nlimit = 'x'\n"
    assert [("E611", "pyproject.toml:4:1")] == places(problems(tmp_path, text, "pyproject.toml"))


def test_a_section_that_is_no_table_is_an_error(tmp_path: Path) -> None:
    assert ["E611"] == [d.code for d in problems(tmp_path, "[tool]\ncubeproof = 1\n", "pyproject.toml")]


def test_broken_toml_with_a_section_is_an_error_and_without_one_is_not_ours(tmp_path: Path) -> None:
    assert ["E612"] == [d.code for d in problems(tmp_path, "[tool.cubeproof]\nlimit = \n", "pyproject.toml")]
    assert () == problems(tmp_path, "[tool.other]\nlimit = \n", "pyproject.toml")


def test_a_file_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "cubeproof.toml").write_bytes(b'model = ["\xff"]\n')
    assert ["E612"] == [d.code for d in load(str(tmp_path), {}).diagnostics]


@pytest.mark.parametrize(
    ("expected", "name", "value"),
    [
        ("E611", "CUBEPROOF_SEMANTICS", "open"),
        ("E611", "CUBEPROOF_LIMIT", "many"),
        ("E611", "CUBEPROOF_LIMIT", "0"),
        ("E610", "CUBEPROOF_SEMANTIC", "strict"),
        (None, "CUBEPROOF_SOMETHING_ELSE", "1"),
    ],
)
def test_variables_are_checked_like_keys(expected: str | None, name: str, value: str, tmp_path: Path) -> None:
    found = load(str(tmp_path), {name: value}).diagnostics
    assert ([expected] if expected else []) == [d.code for d in found]


def test_a_mistyped_variable_names_the_one_that_was_meant(tmp_path: Path) -> None:
    (found,) = load(str(tmp_path), {"CUBEPROOF_SEMANTIC": "strict"}).diagnostics
    assert "did you mean `CUBEPROOF_SEMANTICS`?" == found.help


def test_no_message_shows_a_path_from_the_root_of_the_disk(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    (tmp_path / "cubeproof.toml").write_text("semantic = 1\n")
    (found,) = load(str(inner), {}).diagnostics
    assert "../cubeproof.toml:1:1" == repr(found.span)


@pytest.mark.parametrize(
    "text",
    [
        "[tool.cubeproof]\nlimit = 7\n",
        "[ tool . 'cubeproof' ]\nlimit = 7\n",
        "[tool]\ncubeproof.limit = 7\n",
        "[tool]\ncubeproof = {limit = 7}\n",
        "tool.cubeproof.limit = 7\n",
    ],
)
def test_a_section_is_found_however_it_is_written(text: str, tmp_path: Path) -> None:
    assert 7 == configured(tmp_path, text, "pyproject.toml").limit


def test_where_nothing_is_configured_toml_is_not_imported(tmp_path: Path, monkeypatch: Any) -> None:
    import sys

    text = '[project]\nname = "x"\ndependencies = ["cubeproof>=0.1"]\n'
    (tmp_path / "pyproject.toml").write_text(text)
    (tmp_path / "a").mkdir()
    monkeypatch.delitem(sys.modules, "tomllib", raising=False)
    load(str(tmp_path / "a"), {})
    assert "tomllib" not in sys.modules
