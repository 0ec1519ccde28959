"""The access table as one page: tokens down, cubes across, and behind each cell the statements with their guards marked.

One file without outside references, readable without scripts. Knows cells and verdicts; must not know how they came about.
"""

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from string import Template
from typing import NamedTuple

from cubeproof.audit import facts
from cubeproof.audit.access import Access, access
from cubeproof.bind import Statement
from cubeproof.diagnostics import CompileError
from cubeproof.harness.scenario import OWN, Cell
from cubeproof.harness.session import Cells
from cubeproof.harness.table import BEYOND, WORDS, merged
from cubeproof.harness.verdicts import Answer
from cubeproof.harness.workbench import Variant


class _Look(NamedTuple):
    """A query of one token: its statements with the access to a cube, and how it differs from its snapshot."""

    cell: Cell
    statements: tuple[tuple[Statement, Access], ...]
    refused: tuple[str, ...]
    difference: str


def page(suites: list[Cells]) -> str:
    """The page of some suites, each with a table of its own."""
    body = "\n".join(part for cells in suites for part in _suite(cells))
    template = Template(files("cubeproof.harness").joinpath("page.html").read_text("utf-8"))
    return template.substitute(suites=body, note=escape(BEYOND[:1].upper() + BEYOND[1:] + "."))


def _suite(cells: Cells) -> Iterator[str]:
    table = merged(cells.access())
    cubes = sorted({cube for row in table.values() for cube in row})
    yield f"<h2>{escape(cells.suite.name)}</h2>"
    yield '<div class="wide"><table><thead><tr><td></td>'
    yield "".join(f'<th scope="col">{escape(cube)}</th>' for cube in cubes) + "</tr></thead><tbody>"
    for token, row in sorted(table.items()):
        shown = "".join(_cell(cells.suite.name, token, cube, row.get(cube)) for cube in cubes)
        yield f'<tr><th scope="row">{escape(token)}</th>{shown}</tr>'
    yield "</tbody></table></div>"
    for token, row in sorted(table.items()):
        looks = list(_looks(cells, token))
        for cube in sorted(row):
            yield from _section(cells.suite.name, token, cube, row[cube], looks)


def _cell(suite: str, token: str, cube: str, verdict: str | None) -> str:
    if verdict is None:
        return "<td></td>"
    return f'<td class="{verdict}"><a href="#{_anchor(suite, token, cube)}">{escape(WORDS[verdict])}</a></td>'


def _anchor(suite: str, token: str, cube: str) -> str:
    return escape("--".join((suite, token, cube)))


def _looks(cells: Cells, token: str) -> Iterator[_Look]:
    for cell in cells.suite.cells():
        if cell.token == token and cell.state == OWN and cell.dialect == cells.suite.dialects[0]:
            try:
                (variant,) = cells.bench.variants(cell)
            except CompileError:
                continue
            yield _look(cells, cell, variant)


def _look(cells: Cells, cell: Cell, variant: Variant) -> _Look:
    stored = cells.folder.read(cell)
    now = cells.text(cell, Answer((variant,), ()))
    return _Look(
        cell,
        tuple((made, one) for made in variant.statements for one in access(made, variant.context)),
        tuple(f"{d.code} {d.message}" for d in variant.errors if d.severity == "error"),
        cells.folder.difference(stored, now) if stored is not None and stored != now else "",
    )


def _section(suite: str, token: str, cube: str, verdict: str, looks: list[_Look]) -> Iterator[str]:
    word = f'<span class="{verdict}">{escape(WORDS[verdict])}</span>'
    yield f'<section id="{_anchor(suite, token, cube)}"><h3>{escape(token)} and {escape(cube)}: {word}</h3>'
    for look in looks:
        for statement, one in look.statements:
            if one.cube == cube:
                yield f"<details><summary>{escape(look.cell.query)}: {escape(one.lines[0])}</summary>"
                yield "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in one.lines[1:]) + "</ul>"
                yield f"<pre>{_marked(statement, cube)}</pre>{_changed(look.difference)}</details>"
        if verdict == "denied" and look.refused:
            yield f"<details><summary>{escape(look.cell.query)}: refused</summary>"
            yield f"<pre>{escape(chr(10).join(look.refused))}</pre></details>"
    yield "</section>"


def _marked(statement: Statement, cube: str) -> str:
    """The SQL, the parameters of the cube's guards marked."""
    params = {at for fact in facts(statement) if fact.guard.cube == cube for at in fact.guard.params}
    names = iter(range(len(statement.params)))

    def shown(found: re.Match[str]) -> str:
        at = int(found[1]) - 1 if found[1] else next(names, -1)
        return f"<mark>{found[0]}</mark>" if at in params else found[0]

    return re.sub(r"\$(\d+)|\?", shown, escape(statement.sql, quote=False))


def _changed(difference: str) -> str:
    if not difference:
        return ""
    tags = {"+": "ins", "-": "del"}
    lines = [
        f"<{tag}>{escape(line)}</{tag}>" if (tag := tags.get(line[:1])) else f"{escape(line)}\n"
        for line in difference.splitlines()
    ]
    return f"<pre>{''.join(lines)}</pre>"
