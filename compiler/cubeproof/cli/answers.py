"""Statements and errors as the JSON objects that scripts read. Prints nothing and reads nothing.

A change of these shapes is a change of the contract.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from cubeproof.diagnostics import Diagnostic, by_place
from cubeproof.diagnostics.data import all_data, data

if TYPE_CHECKING:
    from cubeproof.bind import Statement
    from cubeproof.lower import ir

SCHEMA_VERSION: Final = 1
_FEW: Final = ("code", "message", "help", "file", "line", "column", "path")
"""What `error` says of a diagnostic; `errors` has all of it."""


def statement_data(
    statement: "Statement",
    *,
    sql: str | None = None,
    diagnostics: Iterable[Diagnostic] = (),
) -> dict[str, Any]:
    """The answer of `compile`: the statement, where its columns come from, and what became of its guards.

    `sql` is shown in place of the statement's own; `diagnostics` are those of the model and the caller.
    """
    from cubeproof.audit import unguarded

    guards = guards_data(statement)
    return {
        "schema_version": SCHEMA_VERSION,
        "dialect": statement.dialect,
        "semantics": statement.semantics,
        "sql": statement.sql if sql is None else sql,
        "params": list(statement.params),
        "columns": [
            {"alias": c.alias, "member": c.id, "kind": c.kind, "type": c.type} for c in statement.columns
        ],
        "guards": guards,
        "unguarded": [{"cube": cube, "table": table} for cube, table in unguarded(statement)],
        "uses": uses_data(statement, guards),
        "diagnostics": all_data(by_place((*diagnostics, *statement.diagnostics))),
    }


def guards_data(statement: "Statement") -> list[dict[str, Any]]:
    """Each guard with its state, its effect, the positions of its parameters, and the place of its `${`."""
    if not statement.guards:
        return []
    from cubeproof.audit import facts

    found = []
    for fact in facts(statement):
        guard = fact.guard
        line, column = guard.span.source.position(guard.span.start)
        found.append(
            {
                "cube": guard.cube,
                "claim": guard.claim,
                "on": guard.on,
                "form": guard.form,
                "state": guard.state,
                "effect": fact.effect,
                "params": list(guard.params),
                "file": guard.span.source.path,
                "line": line,
                "column": column,
            }
        )
    return found


def uses_data(statement: "Statement", guards: list[dict[str, Any]]) -> dict[str, Any]:
    """What the statement reads; a scan is `restricted` where a guard of its own leaves only the caller's rows."""
    uses = statement.uses
    own = [guard["state"] == "bound" and guard["effect"] == "restricts" for guard in guards]
    return {
        "cubes": sorted({scan.cube for scan in uses.scans}),
        "members": sorted(uses.members),
        "joins": [_join_data(join) for join in uses.joins],
        "scans": [
            {
                "cube": scan.cube,
                "alias": scan.alias,
                "guards": list(scan.guards),
                "restricted": any(own[at] for at in scan.guards),
            }
            for scan in uses.scans
        ],
    }


def _join_data(join: "ir.Join") -> dict[str, Any]:
    line, column = join.span.source.position(join.span.start)
    return {
        "from": join.source,
        "to": join.target,
        "relationship": join.relationship,
        "file": join.span.source.path,
        "line": line,
        "column": column,
    }


def error_data(diagnostics: Iterable[Diagnostic]) -> dict[str, Any]:
    """What is given in place of a statement: the first error in short, and everything that was found."""
    found = by_place(diagnostics)
    first = next(d for d in found if d.severity == "error")
    full = data(first)
    return {"error": {key: full[key] for key in _FEW}, "errors": all_data(found)}


def line(answer: object) -> str:
    """A JSON value on one line; its keys stay in order, and decimals are numbers with all their digits."""
    import msgspec

    return msgspec.json.Encoder(decimal_format="number").encode(answer).decode()


def pretty(answer: object) -> str:
    """A JSON object in several lines."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(answer), indent=2).decode()
