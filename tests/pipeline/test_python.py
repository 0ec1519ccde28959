"""The Python interface: load a model, compile a query, check files."""

from pathlib import Path
from typing import Any

import pytest

import cubeproof

SCHEMA = Path(__file__).parents[2] / "schema"
QUERY = {"measures": ["Orders.count"]}


def test_a_query_is_compiled_for_a_caller() -> None:
    model = cubeproof.load_model(str(SCHEMA / "Orders.js"))
    made = cubeproof.compile_query(model, QUERY, {"u": {"id": 42}})
    assert (42,) == made.params
    assert "WHERE user_id = 42" in made.inline()
    assert [("Orders", "id", "user_id", "bound", (0,))] == [
        (g.cube, g.claim, g.on, g.state, g.params) for g in made.guards
    ]


def test_strict_semantics_refuses_a_caller_without_the_claim() -> None:
    model = cubeproof.load_model(str(SCHEMA / "Orders.js"))
    with pytest.raises(cubeproof.CompileError, match="E451"):
        cubeproof.compile_query(model, QUERY, {}, semantics="strict")


LOOP: dict[str, object] = {}
LOOP["id"] = LOOP


@pytest.mark.parametrize(
    ("expected", "claims"),
    [
        ("E402", {"id": float("nan")}),
        ("E402", {"id": float("inf")}),
        ("E402", {"id": 10**40}),
        ("E400", {"id": "\ud800"}),
        ("E400", {"id": {42}}),
        ("E400", {"id": b"42"}),
        ("E400", LOOP),
        ("E400", {"id": {1: 1, "1": 2}}),
        ("E400", {42: "id"}),
        ("E400", {"id": [{None: 1}]}),
        ("E400", {"u": {True: 1}}),
        ("E450", [42]),
    ],
)
def test_claims_that_no_token_can_say_are_refused(expected: str, claims: Any) -> None:
    model = cubeproof.load_model(str(SCHEMA / "Orders.js"))
    with pytest.raises(cubeproof.CompileError) as raised:
        cubeproof.compile_query(model, QUERY, claims)
    assert [expected] == [d.code for d in raised.value.diagnostics]


def test_several_statements_are_refused() -> None:
    model = cubeproof.load_model(str(SCHEMA))
    time = {
        "dimension": "Sales.soldAt",
        "compareDateRange": [["2019-01-01", "2019-12-31"], ["2020-01-01", "2020-12-31"]],
    }
    with pytest.raises(cubeproof.CompileError, match="E366"):
        cubeproof.compile_query(model, {"measures": ["Sales.count"], "timeDimensions": [time]}, {"id": 1})


def test_a_model_with_errors_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "A.js").write_text("cube(`A`, { sql: `SELECT 1`, titel: `x` });")
    assert ["E242"] == [d.code for d in cubeproof.check(str(tmp_path))]
    with pytest.raises(cubeproof.CompileError, match="titel"):
        cubeproof.load_model(str(tmp_path))


def test_a_model_that_reads_compile_context_is_compiled_for_each_caller(tmp_path: Path) -> None:
    (tmp_path / "A.js").write_text(
        "cube(`A`, { sql: `SELECT * FROM t_${COMPILE_CONTEXT.securityContext.tenant}`, measures: { count: { type: `count` } } });"
    )
    model = cubeproof.load_model(str(tmp_path))
    query = {"measures": ["A.count"]}
    assert ["FROM t_a AS a", "FROM t_b AS a"] == [
        next(
            line
            for line in cubeproof.compile_query(model, query, {"tenant": t}).sql.splitlines()
            if "FROM" in line
        )
        for t in ("a", "b")
    ]


def test_of_the_sample_model_rules_say_only_that_its_filters_open() -> None:
    assert {("ACC001", "warning")} == {(d.code, d.severity) for d in cubeproof.check(str(SCHEMA))}


@pytest.mark.parametrize("semantics", ["Strict", "x", None, ""])
def test_unknown_semantics_are_refused_and_open_nothing(semantics: Any) -> None:
    model = cubeproof.load_model("schema/Orders.js")
    with pytest.raises(cubeproof.CompileError) as refused:
        cubeproof.compile_query(model, {"measures": ["Orders.count"]}, {}, semantics=semantics)
    assert ["E627"] == [d.code for d in refused.value.diagnostics]
