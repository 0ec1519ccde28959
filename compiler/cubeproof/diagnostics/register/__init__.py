"""The register of diagnostic codes: a title and an explanation each. Loaded only to explain a code, and by tests."""

from typing import NamedTuple


class Entry(NamedTuple):
    """What `cubeproof explain CODE` prints: a title in lower case, and why it happens, with what to do."""

    title: str
    explanation: str


def entries() -> dict[str, Entry]:
    """Every code there is, in order."""
    from cubeproof.diagnostics.register import (
        callers,
        databases,
        dialects,
        evaluation,
        guards,
        model,
        planning,
        queries,
        setup,
        syntax,
    )

    modules = (syntax, evaluation, model, queries, planning, callers, guards, dialects, databases, setup)
    return dict(sorted((code, entry) for module in modules for code, entry in module.ENTRIES.items()))
