"""E4xx, callers, claims and tokens."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {}
