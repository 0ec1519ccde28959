"""A diagnostic as text for people: a header, the place, a code frame, and what to do next.

Knows nothing of terminals: the caller says whether colours are wanted. What comes from a model, a query or
a token is shown with its control characters made visible, so that nothing typed there can move a cursor or
turn text around.

    E203 cube `Orders` has no member `revenu`
      --> schema/Orders.js:14:13
       |
    14 |     sql: `${revenu} / 100`,
       |             ^^^^^^ unknown member
       = help: did you mean `revenue`?
"""

from collections.abc import Iterable
from typing import Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.source import Span

TAB: Final = 4
WIDEST: Final = 160
"""Columns of a line that a frame shows; of a longer one, the part around the carets."""
LONG: Final = 4 * WIDEST
"""Characters of a line from which on only the part around the carets is looked at."""
BEFORE: Final = 60
"""Columns shown before the carets of a line that is too long."""

_COLOURS: Final = {"error": "31", "warning": "33", "info": "36"}
_REORDERING: Final = frozenset(
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters that change the order of others on a screen, or break its lines."""


def text(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """Write one diagnostic in several lines, without a final line break; `colour` adds ANSI colours."""
    paint = _paint if colour else _plain
    tint = _COLOURS[diagnostic.severity]
    kind = "" if diagnostic.severity == "error" else f" {diagnostic.severity}:"
    lines = [f"{paint(diagnostic.code + kind, f'1;{tint}')} {paint(printable(diagnostic.message), '1')}"]
    margin = 2
    if diagnostic.span is not None:
        margin = _margin(diagnostic)
        lines += _frame(diagnostic.span, diagnostic.label, margin, colour=colour, tint=tint)
    elif diagnostic.path:
        lines.append(f"  {paint('-->', '34')} {printable(diagnostic.path)}")
    if diagnostic.span is not None and diagnostic.path:
        lines.append(f"{' ' * margin} {paint('= at:', '34')} {printable(diagnostic.path)}")
    for related in diagnostic.related:
        lines.append(f"{' ' * margin} {paint('= note:', '34')} {printable(related.message)}")
        lines += _frame(related.span, None, margin, colour=colour, tint="34")
    if diagnostic.help:
        lines.append(f"{' ' * margin} {paint('= help:', '34')} {printable(diagnostic.help)}")
    return "\n".join(lines)


def texts(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Write several, an empty line between them; the empty text for none."""
    return "\n\n".join(text(d, colour=colour) for d in diagnostics)


def printable(value: str) -> str:
    r"""Make control characters visible: `\x1b` for an escape character; text stays on one line."""
    if value.isascii() and value.isprintable():
        return value
    return "".join(_visible(c) for c in value)


def _visible(character: str) -> str:
    if character == "\n":
        return "\\n"
    if character == "\t":
        return "\\t"
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return f"\\x{code:02x}"
    if character in _REORDERING or 0xD800 <= code < 0xE000 or code == 0xFEFF:
        return f"\\u{code:04x}"
    return character


def _plain(value: str, _: str) -> str:
    return value


def _paint(value: str, tint: str) -> str:
    return f"\033[{tint}m{value}\033[0m"


def _margin(diagnostic: Diagnostic) -> int:
    spans = [related.span for related in diagnostic.related]
    if diagnostic.span is not None:
        spans.append(diagnostic.span)
    return max(2, *(len(str(span.source.position(span.start)[0])) for span in spans))


def _frame(span: Span, label: str | None, margin: int, *, colour: bool, tint: str) -> list[str]:
    paint = _paint if colour else _plain
    number, column = span.source.position(span.start)
    line = span.source.line(number)
    first = min(column - 1, len(line))
    last = min(max(first + span.end - span.start, first), len(line))
    if len(line) > LONG:
        # a frame shows so little of a long line that the rest need not be measured
        cut = max(0, first - WIDEST)
        line, first, last = line[cut : first + WIDEST], first - cut, min(last - cut, first - cut + WIDEST)
    before, marked, after = (_cells(part) for part in (line[:first], line[first:last], line[last:]))
    shown, offset = _window(_expand(before + marked + after), _width(before))
    carets = "^" * max(1, min(_width(before + marked) - _width(before), WIDEST - 1 - offset))
    bar = paint("|", "34")
    pointer = paint(carets + (f" {printable(label)}" if label else ""), f"1;{tint}")
    empty = " " * margin
    return [
        f"{empty}{paint('-->', '34')} {printable(span.source.path)}:{number}:{column}",
        f"{empty} {bar}",
        f"{paint(str(number).rjust(margin), '34')} {bar} {shown}".rstrip(),
        f"{empty} {bar} {' ' * offset}{pointer}",
    ]


def _cells(part: str) -> list[str]:
    return [c if c == "\t" else _visible(c) for c in part]


def _width(cells: list[str]) -> int:
    """Count the terminal columns of some characters, tabs to the next stop, wide characters twice."""
    column = 0
    for cell in cells:
        column += TAB - column % TAB if cell == "\t" else _columns(cell)
    return column


def _columns(cell: str) -> int:
    if cell.isascii():
        return len(cell)
    import unicodedata

    if unicodedata.combining(cell) or unicodedata.category(cell) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(cell) in "WF" else 1


def _expand(cells: list[str]) -> list[tuple[str, int]]:
    """Pair what is shown of each character with the columns it takes, tabs as spaces."""
    column, shown = 0, []
    for cell in cells:
        width = TAB - column % TAB if cell == "\t" else _columns(cell)
        shown.append((" " * width if cell == "\t" else cell, width))
        column += width
    return shown


def _window(cells: list[tuple[str, int]], offset: int) -> tuple[str, int]:
    """Cut a line to what fits around the column `offset`; also where that column is then."""
    if sum(width for _, width in cells) <= WIDEST:
        return "".join(shown for shown, _ in cells), offset
    skipped, start = 0, 0
    while offset - skipped > BEFORE:
        skipped += cells[start][1]
        start += 1
    room, kept = WIDEST - 2, []
    for shown, width in cells[start:]:
        if width > room:
            break
        kept.append(shown)
        room -= width
    lead = "…" if start else ""
    cut = start + len(kept) < len(cells)
    return f"{lead}{''.join(kept)}{'…' if cut else ''}", offset - skipped + len(lead)
