"""E5xx, dialects and databases."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {}
