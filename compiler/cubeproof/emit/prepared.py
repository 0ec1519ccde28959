"""A statement before its values are known: the text, and for each placeholder where its value comes from."""

import msgspec

from cubeproof.plan.nodes import Guard, Output, Param, Uses


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """Text as pieces, with a `Param` at each placeholder; `sql` is the pieces joined, placeholders numbered."""

    dialect: str
    pieces: tuple[str | Param, ...]
    sql: str
    params: tuple[Param, ...]
    """One for each placeholder, in the order of the text."""
    columns: tuple[Output, ...]
    guards: tuple[Guard, ...]
    unguarded: tuple[tuple[str, str], ...]
    uses: Uses
