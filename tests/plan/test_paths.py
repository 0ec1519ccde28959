"""Paths that members and queries name, ways that are equally short, and joins that are missing."""

import time
from typing import Any

import msgspec
import pytest

from cubeproof.diagnostics import CompileError, Diagnostic
from cubeproof.lower import ir
from cubeproof.pipeline import Compiled, compile_request
from cubeproof.plan.paths import Graph
from cubeproof.plan.report import Report
from cubeproof.request.context import SecurityContext
from models import NOW, codes, compiled, read_queries, statement


def cube(name: str, *joins: str, members: str = "", source: str = "default") -> str:
    edges = "".join(
        f"{target}: {{relationship: `belongsTo`, sql: `${{CUBE}}.{target.lower()}_id = ${{{target}}}.id`}}, "
        for target in joins
    )
    return (
        f"cube(`{name}`, {{sql: `SELECT * FROM {name.lower()}`, dataSource: `{source}`, joins: {{{edges}}}, "
        "measures: {count: {type: `count`}}, dimensions: {id: {sql: `id`, type: `number`, primaryKey: true}, "
        f"name: {{sql: `name`, type: `string`}}, at: {{sql: `at`, type: `time`}}, {members}}}}});"
    )


def refer(member: str, path: str) -> str:
    return f"{member}: {{sql: `${{{path}}}`, type: `string`}}, "


DIAMOND = compiled(
    A=cube("A", "B", "C", members=refer("viaC", "CUBE.C.D.name") + refer("viaB", "B.D.name")),
    B=cube("B", "D"),
    C=cube("C", "D"),
    D=cube("D", "E"),
    E=cube("E"),
)
THROUGH_B, THROUGH_C = ["b", "d"], ["c", "d"]


def joined(query: dict[str, Any], model: Compiled = DIAMOND) -> list[str]:
    sql = statement(model, query).sql
    return [line.split()[2] for line in sql.splitlines() if line.startswith("LEFT JOIN")]


def found(query: dict[str, Any], model: Compiled = DIAMOND) -> tuple[Diagnostic, ...]:
    (request,) = read_queries(query, now=NOW).value
    return compile_request(model, request, SecurityContext.from_claims({}).value).diagnostics


COUNT = {"measures": ["A.count"]}


@pytest.mark.parametrize(
    ("path", "query"),
    [
        (THROUGH_B, {"dimensions": ["D.name"]}),
        (THROUGH_B, {"dimensions": ["A.B.D.name"]}),
        (THROUGH_C, {"dimensions": ["A.C.D.name"]}),
        (THROUGH_C, {"dimensions": ["C.D.name"]}),
        (THROUGH_C, {"dimensions": ["A.viaC"]}),
        (THROUGH_B, {"dimensions": ["A.viaB"]}),
        (THROUGH_C, {"dimensions": ["D.name", "A.viaC"]}),
        (THROUGH_C, {"dimensions": ["A.viaC", "D.name"]}),
        (THROUGH_C, {"dimensions": ["D.name"], "joinHints": [["A", "C"], ["C", "D"]]}),
        (THROUGH_C, {"dimensions": ["D.name"], "joinHints": [["A", "C", "D"]]}),
        (
            THROUGH_C,
            {"filters": [{"or": [{"member": "A.C.D.name", "operator": "equals", "values": ["x"]}]}]},
        ),
        (THROUGH_C, {"timeDimensions": [{"dimension": "A.C.D.at", "granularity": "day"}]}),
        (THROUGH_C, {"dimensions": ["A.C.D.at.day"]}),
        (THROUGH_C, {"dimensions": ["D.name"], "order": {"A.C.D.name": "asc"}}),
        ([*THROUGH_C, "e"], {"dimensions": ["E.name"], "joinHints": [["A", "C", "E"]]}),
    ],
)
def test_a_path_that_is_named_is_the_one_joined(path: list[str], query: dict[str, Any]) -> None:
    assert path == joined(COUNT | query)


def test_a_path_begins_the_tree_though_nothing_else_asks_for_its_first_cube() -> None:
    assert ["c", "d"] == joined({"dimensions": ["A.C.D.name"]})
    assert "FROM a AS a" in statement(DIAMOND, {"dimensions": ["A.C.D.name"]}).sql


def test_a_cube_behind_a_path_is_joined_from_its_end() -> None:
    assert ["c", "d", "e"] == joined(COUNT | {"dimensions": ["E.name", "A.C.D.name"]})


def test_columns_have_the_members_own_names_whatever_the_path() -> None:
    made = statement(DIAMOND, COUNT | {"dimensions": ["A.C.D.name", "D.name", "A.C.D.at.day"]})
    expected = [("d.name", "D.name"), ("d.at_day", "D.at.day"), ("a.count", "A.count")]
    assert expected == [(column.alias, column.id) for column in made.columns]


@pytest.mark.parametrize(
    "query",
    [
        {"dimensions": ["A.C.D.name", "A.B.D.name"]},
        {"dimensions": ["A.viaC", "A.viaB"]},
        {"dimensions": ["A.viaB"], "joinHints": [["A", "C", "D"]]},
    ],
)
def test_two_paths_to_one_cube_are_refused_with_both(query: dict[str, Any]) -> None:
    paths = {"`A` → `B` → `D`", "`A` → `C` → `D`"}
    with pytest.raises(CompileError, match="`D` would be joined by two paths") as caught:
        statement(DIAMOND, COUNT | query)
    (problem,) = [d for d in caught.value.diagnostics if d.severity == "error"]
    assert "E380" == problem.code
    assert paths == set(problem.message.partition(": ")[2].split(" and "))


def test_a_path_that_comes_back_to_its_root_is_refused() -> None:
    model = compiled(A=cube("A", "B"), B=cube("B", "A"))
    assert ["E380"] == codes(statement, model, {"measures": ["A.count"], "dimensions": ["A.B.A.name"]})


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        (["E381"], {"dimensions": ["D.name"]}),
        (["E381"], {"dimensions": ["E.name"]}),
        ([], {"dimensions": ["A.C.D.name"]}),
        ([], {"dimensions": ["A.viaB"]}),
        ([], {"dimensions": ["B.name"]}),
        ([], {"dimensions": ["D.name"], "joinHints": [["A", "B", "D"]]}),
    ],
)
def test_a_way_that_is_one_of_several_is_warned_of(expected: list[str], query: dict[str, Any]) -> None:
    assert expected == [d.code for d in found(COUNT | query)]


def test_the_warning_names_both_ways_and_what_to_write() -> None:
    (warning,) = found(COUNT | {"dimensions": ["D.name"]})
    assert "`D` is joined by `A` → `B` → `D`, which is declared first; `A` → `C` → `D` is as short" == (
        warning.message
    )
    assert warning.severity == "warning"
    assert "`A.B.D.…`" in str(warning.help)
    assert ["C.js"] == [related.span.source.path for related in warning.related]


@pytest.mark.parametrize(
    ("files", "query", "message", "help_"),
    [
        (
            {"A": cube("A"), "Lonely": cube("Lonely")},
            ["A.name", "Lonely.name"],
            "no join path connects `A` and `Lonely`",
            "no joins lead from one to the other in any direction; declare one in `A` or `Lonely`",
        ),
        (
            {"A": cube("A", "B"), "B": cube("B"), "C": cube("C", "B")},
            ["A.name", "C.name"],
            "no join path connects `A` and `C`",
            "declare a join to `C` in `B`; there is one from `C` to `B`, and joins are followed only as "
            "declared (`A` → `B` → `C`)",
        ),
        (
            {"Orders": cube("Orders", "Users", "Items"), "Users": cube("Users"), "Items": cube("Items")},
            ["Users.name", "Items.name"],
            "no join path connects `Users` and `Items`",
            "ask for a member of `Orders` too, which joins both; or declare a join to `Orders` in `Users`; "
            "there is one from `Orders` to `Users`, and joins are followed only as declared "
            "(`Users` → `Orders` → `Items`)",
        ),
    ],
)
def test_the_join_that_is_missing_is_named(
    files: dict[str, str], query: list[str], message: str, help_: str
) -> None:
    with pytest.raises(CompileError) as caught:
        statement(compiled(**files), {"dimensions": query})
    (problem,) = caught.value.diagnostics
    assert ("E360", message, help_) == (problem.code, problem.message, problem.help)


def test_a_hint_to_an_unknown_cube_is_an_error() -> None:
    assert ["E350"] == codes(statement, DIAMOND, COUNT | {"joinHints": [["A", "Z"]]})


@pytest.mark.parametrize("name", ["A.B.zzz", "A.Z.name", "A.name.more"])
def test_a_long_name_that_means_nothing_is_an_error(name: str) -> None:
    assert [] != codes(statement, DIAMOND, COUNT | {"dimensions": [name]})
    assert [] != codes(statement, DIAMOND, {"measures": [name]})


def test_a_thousand_cubes_in_a_dense_graph_are_planned_within_5_ms() -> None:
    size = 1000
    (plain,) = compiled(C0=cube("C0")).model.cubes.values()
    names = [f"C{i}" for i in range(size)]
    cubes = {}
    for i, name in enumerate(names):
        targets = (names[(i * 7 + step * 13 + 1) % size] for step in range(50))
        joins = tuple(
            ir.Join(source=name, target=to, relationship="many_to_one", sql=plain.table, span=plain.span)
            for to in targets
            if to != name
        )
        cubes[name] = msgspec.structs.replace(plain, name=name, joins=joins)
    graph = Graph(ir.Model(cubes=cubes))
    spent = []
    for start in range(0, 1000, 10):
        needed = [(names[(start + step * 97) % size],) for step in range(5)]
        before = time.process_time()
        assert graph.tree(needed, Report()) is not None
        spent.append(time.process_time() - before)
    assert sorted(spent)[50] < 0.005
