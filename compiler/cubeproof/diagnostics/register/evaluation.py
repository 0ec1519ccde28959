"""E200 to E239, what a model computes."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {}
