"""One file a snapshot, `.sql`, with the question as its head: what a reviewer reads."""

import json
from pathlib import Path
from typing import Any

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from cubeproof.bind import Statement
from cubeproof.diagnostics import Diagnostic
from cubeproof.plan import nodes

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"


class SqlFiles(SingleFileSnapshotExtension):
    """`snapshots/<test file>/<test>.sql`."""

    file_extension = "sql"
    _write_mode = WriteMode.TEXT

    @classmethod
    def dirname(cls, *, test_location: Any) -> str:
        return str(SNAPSHOTS / test_location.basename)

    def serialize(self, data: str, **_: Any) -> str:
        return data


def page(
    query: Any,
    context: str,
    semantics: str,
    statement: Statement | None,
    diagnostics: tuple[Diagnostic, ...],
) -> str:
    """Query and context, what is to be said about them, the statement and its parameters."""
    said = [f"-- {d.severity:9}  {d.code} {d.message}" for d in diagnostics]
    head = [
        f"-- query      {json.dumps(query)}",
        f"-- context    {context}",
        f"-- semantics  {semantics}",
        *said,
    ]
    if statement is None:
        return "\n".join(head) + "\n"
    params = [f"{_place(statement, at)} = {json.dumps(value)}" for at, value in enumerate(statement.params)]
    return "\n".join([*head, statement.sql, f"-- params     {', '.join(params) or 'none'}"]) + "\n"


def _place(statement: Statement, at: int) -> str:
    """`$1 (claim id)`: the placeholder's number and where its value comes from."""
    origin = statement.prepared.params[at].origin
    match origin:
        case nodes.ClaimOrigin():
            steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in origin.path]
            return f"${at + 1} (claim {''.join(steps).removeprefix('.')})"
        case nodes.ValueOrigin():
            return f"${at + 1} ({origin.label})"
