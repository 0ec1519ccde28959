"""E1xx, syntax of model files."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {}
