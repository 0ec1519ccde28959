"""How much a model file may ask of the parser and of the stages that walk its tree. Knows no syntax."""

from typing import Final

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds that make hostile input boring; beyond each of them stands a diagnostic."""

    size: int = 1024 * 1024
    """Bytes of a file, as UTF-8."""
    tokens: int = 100_000
    """Names, marks and texts of a file: what reading it takes follows them. It is some twenty thousand lines."""
    nesting: int = 200
    """Brackets, braces, parentheses and interpolations open at one place."""
    templates: int = 32
    """Templates inside interpolations of templates."""
    depth: int = 500
    """Nodes on the longest way from a statement to a leaf: what a stage that recurses over the tree can meet."""
    errors: int = 20
    """Errors reported for one file."""


DEFAULT_LIMITS: Final = Limits()
