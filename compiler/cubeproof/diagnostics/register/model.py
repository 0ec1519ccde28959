"""E240 to E299, what a model means."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {}
