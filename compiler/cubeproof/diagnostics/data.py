"""Diagnostics as JSON data: the shape that scripts read. Knows nothing of files, terminals or commands.

Lines and columns count from 1, columns in characters; what is not known is null.
"""

from collections.abc import Iterable
from typing import Any, Final

from cubeproof.diagnostics import Diagnostic
from cubeproof.source import Span

_OF_REQUESTS: Final = ("E3", "E4", "E640", "E641")
"""How the codes begin of what speaks of a query, a token or a line of a batch, none of which is a file."""


def data(diagnostic: Diagnostic) -> dict[str, Any]:
    """Give one diagnostic as an object of plain values, its keys in a fixed order.

    `file` is the file it speaks of; `path` a place in a query, a token or a line of a batch, such as `filters[2].operator`.
    """
    place = _place(diagnostic.span)
    in_query = diagnostic.code.startswith(_OF_REQUESTS)
    if diagnostic.span is None and not in_query:
        place["file"] = diagnostic.path
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "help": diagnostic.help,
        **place,
        "path": diagnostic.path if in_query else None,
        "cube": diagnostic.cube,
        "related": [_related(related.message, related.span) for related in diagnostic.related],
    }


def all_data(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """Give several, in their order."""
    return [data(d) for d in diagnostics]


def _related(message: str, span: Span) -> dict[str, Any]:
    line, column = span.source.position(span.start)
    return {"file": span.source.path, "line": line, "column": column, "message": message}


def _place(span: Span | None) -> dict[str, Any]:
    if span is None:
        return dict.fromkeys(("file", "line", "column", "end_line", "end_column"))
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    return {
        "file": span.source.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }
