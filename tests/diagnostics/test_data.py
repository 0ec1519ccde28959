"""Diagnostics as the JSON objects that scripts read."""

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.diagnostics.data import all_data, data
from cubeproof.source import Source, Span


def test_a_diagnostic_has_the_keys_of_the_contract() -> None:
    source = Source("schema/Orders.js", "\n" * 13 + "    sql: `${revenu} / 100`,\n")
    diagnostic = Diagnostic(
        code="E203",
        message="cube `Orders` has no member `revenu`",
        span=Span(source, 25, 31),
        help="did you mean `revenue`?",
        cube="Orders",
        related=(Related("made here", Span(source, 17, 20)),),
    )
    expected = {
        "code": "E203",
        "severity": "error",
        "message": "cube `Orders` has no member `revenu`",
        "help": "did you mean `revenue`?",
        "file": "schema/Orders.js",
        "line": 14,
        "column": 13,
        "end_line": 14,
        "end_column": 19,
        "path": None,
        "cube": "Orders",
        "related": [{"file": "schema/Orders.js", "line": 14, "column": 5, "message": "made here"}],
    }
    assert expected == data(diagnostic)


def test_columns_count_characters_and_lines_count_crlf_once() -> None:
    source = Source("a.js", "\r\n日本x")
    found = data(Diagnostic(code="E203", message="m", span=Span(source, 4, 5)))
    assert (2, 3, 2, 4) == (found["line"], found["column"], found["end_line"], found["end_column"])


def test_a_place_of_a_query_is_a_path_and_no_file() -> None:
    found = data(Diagnostic(code="E310", message="m", path="filters[2].operator"))
    assert (None, "filters[2].operator") == (found["file"], found["path"])


def test_a_file_without_a_place_is_a_file() -> None:
    found = data(Diagnostic(code="E600", message="m", path="schema/Orders.js"))
    assert ("schema/Orders.js", None, None) == (found["file"], found["line"], found["path"])


def test_several_keep_their_order() -> None:
    codes = [
        d["code"] for d in all_data([Diagnostic(code="E2", message="a"), Diagnostic(code="E1", message="b")])
    ]
    assert ["E2", "E1"] == codes
