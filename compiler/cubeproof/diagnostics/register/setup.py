"""E6xx, configuration and files, and E9xx, errors of Cubeproof itself."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {}
