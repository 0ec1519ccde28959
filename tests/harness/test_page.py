"""The access table as a page: well-formed, self-contained, every cell leads to its statements."""

import re
from html.parser import HTMLParser
from pathlib import Path

from folders import HEAD, NOTES, opened

from cubeproof.harness.page import page
from cubeproof.harness.updating import update

ALL = "  - {tokens: ann, snapshot: true, state: bound}\n  - {tokens: nobody, snapshot: true, state: open}\n"


class Outline(HTMLParser):
    """Checks that tags close in order; keeps ids and references."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(str(value))
            if name in ("href", "src"):
                self.targets.add(str(value))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()


def test_each_cell_leads_to_its_statement_with_the_guard_marked(tmp_path: Path) -> None:
    text = page([opened(tmp_path, ALL)])
    outline = Outline(text)
    assert [] == outline.open
    assert (
        {f"#{one}" for one in outline.ids}
        == outline.targets
        == {"#notes--ann--Notes", "#notes--nobody--Notes"}
    )
    assert '<td class="all"><a href="#notes--nobody--Notes">ALL</a></td>' in text
    assert "WHERE owner = <mark>?</mark>" in text or "WHERE owner = <mark>$1</mark>" in text


def test_nothing_is_fetched_and_nothing_runs(tmp_path: Path) -> None:
    text = page([opened(tmp_path, ALL)])
    assert not {"script", "link", "img", "iframe"} & set(Outline(text).tags)
    assert not re.search(r"https?:|url\(|@import|\bon[a-z]+=", text)
    assert "prefers-color-scheme: dark" in text


def test_a_name_or_sql_cannot_leave_its_place(tmp_path: Path) -> None:
    model = NOTES.replace("FROM notes WHERE", "FROM notes /* <script>alert(1)</script> */ WHERE")
    text = page([opened(tmp_path, ALL, HEAD, model)])
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_a_refusal_and_a_difference_are_shown(tmp_path: Path) -> None:
    head = HEAD + "  secrets: {measures: [Secrets.count]}\n"
    expect = "  - {queries: notes, snapshot: true}\n  - {queries: secrets, error: {code: E451}}\n"
    update(
        opened(
            tmp_path,
            expect.replace("snapshot: true}", "snapshot: true, state: bound}").replace(
                "{queries: notes", "{tokens: ann, queries: notes"
            ),
            head,
        ),
        accept_wider=True,
    )
    changed = opened(tmp_path, expect, head, NOTES.replace("'owner'", "'author'"))
    text = page([changed])
    assert "E451 claim `ssn` is required by `Secrets`" in text
    assert (
        "<del>-  SELECT * FROM notes WHERE owner = $1</del><ins>+  SELECT * FROM notes WHERE author = $1</ins>"
        in text
    )
