"""E3xx, queries."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {}
