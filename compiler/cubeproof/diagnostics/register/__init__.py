"""The register of diagnostic codes: a title and an explanation each. Loaded only to explain a code, and by tests."""

from typing import NamedTuple


class Entry(NamedTuple):
    """What `cubeproof explain CODE` prints: a title in lower case, and why it happens, with what to do."""

    title: str
    explanation: str


def entries() -> dict[str, Entry]:
    """Every code there is, in order."""
    from cubeproof.diagnostics.register import callers, dialects, evaluation, model, queries, setup, syntax

    tables = (syntax.ENTRIES, evaluation.ENTRIES, model.ENTRIES, queries.ENTRIES, callers.ENTRIES, dialects.ENTRIES, setup.ENTRIES)
    return dict(sorted((code, entry) for table in tables for code, entry in table.items()))
