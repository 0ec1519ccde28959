"""The access table: which callers see whose rows of which cubes, over all queries of the scenarios.

Knows verdicts as words; must not know statements.
"""

from collections.abc import Iterable, Mapping

WORDS = {
    "own": "own",
    "all": "ALL",
    "none": "no rows",
    "unproven": "NOT PROVEN",
    "mixed": "MIXED",
    "denied": "denied",
}
BEYOND = "what lies outside the model, such as `queryRewrite`, is not seen here"

Table = dict[str, dict[str, str]]


def merged(seen: Iterable[Mapping[str, Mapping[str, str]]]) -> Table:
    """Token → cube → verdict; where queries differ, the cube is mixed."""
    table: Table = {}
    for one in seen:
        for token, cubes in one.items():
            row = table.setdefault(token, {})
            for cube, verdict in cubes.items():
                row[cube] = verdict if row.get(cube, verdict) == verdict else "mixed"
    return table


def lines(table: Table) -> list[str]:
    """The table as text: tokens down, cubes across, both by name; a cube that no query of a token reads is blank."""
    cubes = sorted({cube for row in table.values() for cube in row})
    rows = [["", *cubes]]
    rows += [
        [token, *(WORDS.get(row.get(cube, ""), "") for cube in cubes)] for token, row in sorted(table.items())
    ]
    widths = [max(len(row[at]) for row in rows) for at in range(len(cubes) + 1)]
    shown = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return [*shown, "", BEYOND]
