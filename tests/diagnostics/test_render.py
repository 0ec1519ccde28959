"""Diagnostics as text: frames that point to the right place, whatever stands before it."""

import time

import pytest

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.diagnostics.render import WIDEST, printable, text, texts
from cubeproof.source import Source, Span


def at(content: str, marked: str, path: str = "schema/Orders.js") -> Span:
    start = content.index(marked)
    return Span(Source(path, content), start, start + len(marked))


def frame(content: str, marked: str) -> list[str]:
    """The line and the carets of a frame, from the bar on."""
    lines = text(Diagnostic(code="E203", message="m", span=at(content, marked))).split("\n")
    return [line[4:] for line in lines[3:5]]


def test_a_diagnostic_is_header_place_frame_and_help() -> None:
    content = "\n" * 13 + "    sql: `${revenu} / 100`,\n"
    diagnostic = Diagnostic(
        code="E203",
        message="cube `Orders` has no member `revenu`",
        span=at(content, "revenu"),
        label="unknown member",
        help="did you mean `revenue`?",
    )
    expected = (
        "E203 cube `Orders` has no member `revenu`\n"
        "  --> schema/Orders.js:14:13\n"
        "   |\n"
        "14 |     sql: `${revenu} / 100`,\n"
        "   |             ^^^^^^ unknown member\n"
        "   = help: did you mean `revenue`?"
    )
    assert expected == text(diagnostic)


@pytest.mark.parametrize(
    ("expected", "content", "marked"),
    [
        ([" a: b", "    ^"], "a: b", "b"),
        ([" a: b", "    ^"], "first\r\na: b\r\nlast", "b"),
        (["     x", "     ^"], "\tx", "x"),
        ([" a   x", "     ^"], "a\tx", "x"),
        ([" abc d   x", "         ^"], "abc\td\tx", "x"),
        ([" `日本` x", "        ^"], "`日本` x", "x"),
        ([" 日本 x", " ^^^^"], "日本 x", "日本"),
        ([" e\u0301 x", "   ^"], "e\u0301 x", "x"),
        ([" 👩 x", "    ^"], "👩 x", "x"),
        ([" a\\x1b[2Jx", "         ^"], "a\x1b[2Jx", "x"),
        ([" a\\u202ex", "        ^"], "a\u202ex", "x"),
    ],
    ids=[
        "plain",
        "crlf",
        "tab",
        "tab-stop",
        "tabs",
        "wide",
        "wide-marked",
        "combining",
        "emoji",
        "escape",
        "bidi",
    ],
)
def test_carets_stand_below_what_they_mark(expected: list[str], content: str, marked: str) -> None:
    assert expected == frame(content, marked)


def test_the_end_of_a_file_is_marked_behind_its_last_character() -> None:
    content = "cube("
    lines = text(Diagnostic(code="E101", message="m", span=Span(Source("a.js", content), 5, 5))).split("\n")
    assert ["  --> a.js:1:6", "   |", " 1 | cube(", "   |      ^"] == lines[1:]


def test_the_end_of_a_file_after_a_line_break_is_an_empty_line() -> None:
    lines = text(Diagnostic(code="E101", message="m", span=Span(Source("a.js", "x\n"), 2, 2))).split("\n")
    assert ["  --> a.js:2:1", "   |", " 2 |", "   | ^"] == lines[1:]


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert [" a(b,", "  ^^^"] == frame("a(b,\r\nc)", "(b,\r\nc)")


def test_a_long_line_is_cut_around_its_carets() -> None:
    shown, carets = frame("x" * 500 + "boom" + "y" * 500, "boom")
    assert len(shown) <= WIDEST + 1
    assert shown.startswith(" …x")
    assert shown.endswith("y…")
    assert "boom" == shown[carets.index("^") : carets.rindex("^") + 1]


def test_a_long_line_is_shown_from_its_start_where_the_carets_are_near() -> None:
    shown, carets = frame("ab" + "y" * 500, "b")
    assert shown.startswith(" aby")
    assert "  ^" == carets


def test_a_long_marked_text_does_not_leave_the_frame() -> None:
    shown, carets = frame("a" + "b" * 1000, "b" * 1000)
    assert len(carets) <= len(shown)


def test_related_places_have_frames_of_their_own_with_one_margin() -> None:
    helper = Source("schema/helper.js", "\n" * 99 + "const a = `x`;")
    related = Related("made here", Span(helper, 99, 104))
    diagnostic = Diagnostic(code="E210", message="m", span=at("boom", "boom"), related=(related,))
    expected = (
        "E210 m\n"
        "   --> schema/Orders.js:1:1\n"
        "    |\n"
        "  1 | boom\n"
        "    | ^^^^\n"
        "    = note: made here\n"
        "   --> schema/helper.js:100:1\n"
        "    |\n"
        "100 | const a = `x`;\n"
        "    | ^^^^^"
    )
    assert expected == text(diagnostic)


def test_a_place_in_a_query_is_named() -> None:
    assert "E310 m\n  --> filters[2].operator" == text(
        Diagnostic(code="E310", message="m", path="filters[2].operator")
    )


def test_a_warning_says_that_it_is_one() -> None:
    assert "E450 warning: m" == text(Diagnostic(code="E450", severity="warning", message="m"))
    assert "E631 info: m" == text(Diagnostic(code="E631", severity="info", message="m"))


def test_colours_are_there_only_when_asked_for() -> None:
    diagnostic = Diagnostic(code="E203", message="m", span=at("boom", "boom"), help="h")
    assert "\x1b" not in text(diagnostic)
    assert "\x1b[1;31mE203\x1b[0m \x1b[1mm\x1b[0m" == text(diagnostic, colour=True).split("\n")[0]


def test_messages_and_helps_cannot_move_the_cursor() -> None:
    diagnostic = Diagnostic(code="E203", message="a\x1b[2J", path="f\r", help="x\x07\ny")
    assert "E203 a\\x1b[2J\n  --> f\\x0d\n   = help: x\\x07\\ny" == text(diagnostic)


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ("plain", "plain"),
        ("日本", "日本"),
        ("\\x00", "\0"),
        ("\\x9b", "\x9b"),
        ("\\ud800", "\ud800"),
        ("\\ufeff", "\ufeff"),
    ],
)
def test_what_cannot_be_seen_is_written_out(expected: str, value: str) -> None:
    assert expected == printable(value)


def test_several_are_parted_by_an_empty_line() -> None:
    both = (Diagnostic(code="E203", message="a"), Diagnostic(code="E204", message="b"))
    assert "E203 a\n\nE204 b" == texts(both)
    assert "" == texts(())


def test_many_frames_of_a_very_long_line_take_no_time() -> None:
    source = Source("a.js", "x" * 3_000_000)
    found = [
        Diagnostic(code="E101", message="no", span=Span(source, at, at + 1))
        for at in range(0, 3_000_000, 3000)
    ]
    begun = time.process_time()
    assert len(texts(found).splitlines()) == 6 * len(found) - 1
    assert time.process_time() - begun < 3


def test_a_frame_of_a_very_long_line_points_into_it() -> None:
    source = Source("a.js", "a" * 5000 + "bc" + "d" * 5000)
    _, _, _, shown, pointer = text(
        Diagnostic(code="E101", message="no", span=Span(source, 5000, 5002))
    ).splitlines()
    assert "bc" == shown[pointer.index("^") : pointer.rindex("^") + 1]
    assert "…a" in shown
    assert shown.endswith("d…")
