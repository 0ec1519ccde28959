"""How much a model may compute. Knows nothing of what it computes.

One budget of steps bounds time and memory together: a step is a node evaluated, an item or key copied, or
`CHARACTERS_PER_STEP` characters of new text. Depth and sizes have bounds of their own, so that messages are clear.
"""

import msgspec

CHARACTERS_PER_STEP = 32
STEPS_PER_DECLARATION = 100
"""What a cube costs beyond its nodes, since every later stage looks at it."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of one evaluation; the defaults end every hostile model well within a second and 200 MB."""

    file_steps: int = 200_000
    """Steps for the statements of one file, on top of one for each character of it."""
    force_steps: int = 100_000
    """Steps for one forcing of a template or one call of a callback."""
    depth: int = 380
    """How deep expressions, statements and calls may nest together; a level costs two frames of the host's stack."""
    text: int = 1 << 20
    """Characters of one text."""
    items: int = 100_000
    """Items of one array, keys of one object."""
    nesting: int = 64
    """How deep the arrays and objects of a declaration may nest."""
