"""Views: which members they show under what names, and what is wrong with them. Cases were put to Cube 0.35 and 1.7."""

import json
from pathlib import Path
from typing import Any

import pytest
from lowering import lowered

from cubeproof.lower import ir
from cubeproof.lower.meta import meta

RECORDED = json.loads((Path(__file__).parent / "recorded" / "views.json").read_text("utf-8"))
CUBES = """
cube(`A`, {
  sql: `SELECT * FROM a`,
  joins: {
    B: { relationship: `belongsTo`, sql: `${CUBE}.b = ${B}.id` },
    C: { relationship: `belongsTo`, sql: `${CUBE}.c = ${C}.id` }
  },
  measures: { count: { type: `count` }, total: { sql: `x`, type: `sum` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    s: { sql: `s`, type: `string`, public: false },
    t: { sql: `t`, type: `string` }
  },
  segments: { g: { sql: `1 = 1` } }
});
cube(`B`, {
  sql: `SELECT * FROM b`,
  joins: { C: { relationship: `belongsTo`, sql: `${CUBE}.c = ${C}.id` } },
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, n: { sql: `n`, type: `string` } }
});
cube(`C`, {
  sql: `SELECT * FROM c`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, n: { sql: `n`, type: `string` } }
});
"""
EVERY = "count=A.count total=A.total id=A.id s=A.s t=A.t g=A.g"


def view(inner: str) -> str:
    return f"view(`V`, {{ {inner} }});"


def entry(inner: str) -> str:
    return view(f"cubes: [{{ {inner} }}]")


def shown(view: ir.View) -> str:
    return " ".join(f"{name}={'.'.join((*m.path, m.member))}" for name, m in view.members.items())


@pytest.mark.parametrize(
    ("members", "text"),
    [
        (EVERY, entry("joinPath: A, includes: '*'")),
        (EVERY, entry("join_path: 'A', includes: '*'")),
        ("count=A.count", entry("joinPath: A, includes: ['count']")),
        ("count=A.count total=A.total id=A.id s=A.s g=A.g", entry("joinPath: A, includes: '*', excludes: ['t']")),
        ("T=A.t", entry("joinPath: A, includes: [{ name: 't', alias: 'T' }]")),
        ("B_n=A.B.n", entry("joinPath: A.B, includes: ['n'], prefix: true")),
        ("b_n=A.B.n", entry("joinPath: A.B, includes: ['n'], prefix: true, alias: 'b'")),
        ("b_N=A.B.n", entry("joinPath: A.B, includes: [{ name: 'n', alias: 'N' }], prefix: true, alias: 'b'")),
        ("n=A.B.C.n", entry("joinPath: () => A.B.C, includes: ['n']")),
        ("count=A.count", entry("joinPath: A, includes: ['count', 'count']")),
        ("q=A.count count=A.count", view("measures: { q: { sql: `${A.count}`, type: `number` } },"
                                         "cubes: [{ joinPath: A, includes: ['count'] }]")),
        ("count=A.count n=B.n", view("includes: [A.count, B.n]")),
        ("count=A.count total=A.total id=A.id s=A.s g=A.g", view("includes: [A], excludes: [A.t]")),
        ("", view("")),
    ],
)  # fmt: skip
def test_a_view_shows_members_along_its_join_paths(members: str, text: str) -> None:
    assert members == shown(lowered(CUBES + text).value.views["V"])


@pytest.mark.parametrize(
    ("code", "severity", "text"),
    [
        ("E290", "warning", entry("joinPath: A, includes: ['nope']")),
        ("E290", "warning", entry("joinPath: A, includes: '*', excludes: ['nope']")),
        ("E291", "warning", entry("joinPath: C.A, includes: '*'")),
        ("E292", "error", view("cubes: [{ joinPath: A, includes: ['count'] }, { joinPath: A.B, includes: ['count'] }]")),
        ("E293", "warning", view("cubes: [{ joinPath: A.C, includes: ['n'] }, "
                                 "{ joinPath: A.B.C, prefix: true, includes: ['n'] }]")),
        ("E294", "error", entry("joinPath: A, includes: '*', prefix: true, split: true")),
        ("E295", "error", view("cubes: [{ joinPath: A, includes: ['t'] }], folders: [{ name: 'f', includes: ['zz'] }]")),
        ("E200", "error", entry("joinPath: Z, includes: '*'")),
        ("E250", "error", entry("joinPath: 'Z', includes: '*'")),
        ("E200", "error", entry("joinPath: A, includes: [A.count]")),
        ("E244", "error", entry("joinPath: A")),
        ("E244", "error", entry("includes: '*'")),
        ("E243", "error", entry("joinPath: A, includes: 'count'")),
        ("E242", "error", entry("joinPath: A, includes: '*', foo: 1")),
        ("E242", "error", view("sql: `SELECT 1`")),
        ("E243", "error", entry("joinPath: A, includes: '*', prefix: 'x'")),
        ("E255", "error", view("extends: A")),
        ("E255", "error", view("extends: V")),
        ("E241", "error", "view(`A`, { cubes: [{ joinPath: B, includes: '*' }] });"),
        ("E240", "error", "view(`a-b`, { cubes: [{ joinPath: B, includes: '*' }] });"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_view_is_said_once(code: str, severity: str, text: str) -> None:
    assert [(code, severity)] == [(d.code, d.severity) for d in lowered(CUBES + text).diagnostics]


def test_levels_of_a_hierarchy_are_dimensions() -> None:
    cube = "cube(`D`, { sql: `SELECT 1`, measures: { count: { type: `count` } }, hierarchies: { h: { levels: [count] } } });"
    assert ["E296"] == [d.code for d in lowered(cube).diagnostics]


def test_a_view_that_extends_another_adds_to_it() -> None:
    text = (
        entry("joinPath: A, includes: ['count']")
        + "view(`W`, { extends: V, cubes: [{ joinPath: A.B, includes: ['n'] }] });"
    )
    views = lowered(CUBES + text).value.views
    assert "count=A.count n=A.B.n" == shown(views["W"])
    assert {"W"} == {member.view for member in views["W"].members.values()}


POLICY = "accessPolicy: [{ group: '*', rowLevel: { filters: [{ member: 't', operator: 'equals', values: ['x'] }] } }]"
WHOLE = "cubes: [{ joinPath: A, includes: '*' }]"


def test_a_view_that_extends_a_guarded_one_is_guarded_under_its_own_names() -> None:
    text = view(f"{WHOLE}, {POLICY}") + "view(`W`, { extends: V });"
    policies = lowered(CUBES + text).value.views["W"].policies
    assert policies is not None
    assert ["W.t"] == [rule.member for rule in policies[0].rows or () if isinstance(rule, ir.PolicyFilter)]


def test_policies_of_a_view_and_of_the_one_it_extends_add_up() -> None:
    text = view(f"{WHOLE}, {POLICY}") + f"view(`W`, {{ extends: V, {POLICY} }}); view(`X`, {{ extends: W }});"
    views = lowered(CUBES + text).value.views
    assert [1, 2, 2] == [len(views[name].policies or ()) for name in "VWX"]


DEFAULTS = "defaultFilters: [{ member: t, operator: 'equals', values: ['x'], unless: ['t'] }]"


@pytest.mark.parametrize("rows", [POLICY, DEFAULTS])
@pytest.mark.parametrize("path", ["V", "V.B"])
def test_a_view_over_one_that_decides_over_rows_is_not_followed_yet(rows: str, path: str) -> None:
    text = view(f"{WHOLE}, {rows}") + f"view(`W`, {{ cubes: [{{ joinPath: {path}, includes: '*' }}] }});"
    text += "view(`X`, { extends: W });"
    why = "a view over one with access policies or default filters"
    views = lowered(CUBES + text).value.views
    assert {"V": None, "W": why, "X": why} == {name: view.unsupported for name, view in views.items()}


def test_default_filters_are_inherited_under_the_names_of_the_child() -> None:
    text = (
        view(f"{WHOLE}, {DEFAULTS}")
        + "view(`W`, { extends: V });"
        + f"view(`X`, {{ extends: V, {DEFAULTS} }});"
    )
    views = lowered(CUBES + text).value.views
    (default,) = views["W"].defaults
    assert ("W.t", ("W.t",)) == (default.filter.member, default.unless)
    assert "default filters beside those of the view that is extended" == views["X"].unsupported


@pytest.mark.parametrize(
    ("public", "title", "inner"),
    [(False, "T", ""), (True, "T", ", public: true"), (True, "U", ", shown: true, title: 'U'")],
)
def test_a_view_is_hidden_and_called_like_the_one_it_extends_unless_it_says_otherwise(
    public: bool, title: str, inner: str
) -> None:
    text = view(f"{WHOLE}, public: false, title: 'T'") + f"view(`W`, {{ extends: V{inner} }});"
    found = lowered(CUBES + text).value.views["W"]
    assert (public, title) == (found.public, found.title)


def test_computed_members_are_inherited_as_members_of_the_view_that_extends() -> None:
    computed = "measures: { twice: { sql: `${A.count} * 2`, type: `number` } }"
    text = view(f"{WHOLE}, {computed}") + "view(`W`, { extends: V });"
    assert {"twice": "W"} == {
        name: member.cube for name, member in lowered(CUBES + text).value.views["W"].own.items()
    }


def test_levels_of_an_inherited_hierarchy_are_members_of_the_view_that_extends() -> None:
    cube = "cube(`D`, { sql: `SELECT 1`, dimensions: { x: { sql: `x`, type: `string` } }, hierarchies: { h: { levels: [x] } } });"
    text = "view(`V`, { cubes: [{ joinPath: D, includes: '*' }] }); view(`W`, { extends: V });"
    assert [("W.x",)] == [h.levels for h in lowered(cube + text).value.views["W"].hierarchies]


def test_a_view_of_a_view_leads_on_to_the_cube() -> None:
    text = (
        entry("joinPath: A.B, includes: ['n']")
        + "view(`W`, { cubes: [{ joinPath: V, includes: '*', prefix: true }] });"
    )
    assert "V_n=A.B.n" == shown(lowered(CUBES + text).value.views["W"])


def test_split_makes_a_view_of_its_own() -> None:
    text = view(
        "cubes: [{ joinPath: A, includes: ['count'], split: true }, { joinPath: A.B, includes: ['n'] }]"
    )
    views = lowered(CUBES + text).value.views
    assert {"V": "n=A.B.n", "V_A": "count=A.count"} == {name: shown(found) for name, found in views.items()}


def test_the_meta_of_views_is_that_of_cube() -> None:
    ours = meta(lowered(RECORDED["files"]).value)["cubes"]
    assert [known(cube) for cube in RECORDED["cubes"]] == ours


def known(value: Any) -> Any:
    """What Cube says, without what is shown for drawing charts alone."""
    if isinstance(value, dict):
        return {key: known(inner) for key, inner in value.items() if key != "formatDescription"}
    return [known(inner) for inner in value] if isinstance(value, list) else value
