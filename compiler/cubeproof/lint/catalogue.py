"""All rules, a line each. A module is imported when its rule runs, or is explained."""

from importlib import import_module
from types import ModuleType
from typing import Final, NamedTuple

from cubeproof.lint.rule import Page, page


class Entry(NamedTuple):
    """A rule's code, and whether it looks at parsed SQL."""

    code: str
    reads_sql: bool

    def module(self) -> ModuleType:
        """Its module, imported."""
        return import_module(f"cubeproof.lint.rules.{self.code.lower()}")


RULES: Final[tuple[Entry, ...]] = (
    Entry("ACC000", reads_sql=True),
    Entry("ACC001", reads_sql=False),
    Entry("ACC002", reads_sql=True),
    Entry("ACC003", reads_sql=True),
    Entry("ACC004", reads_sql=True),
    Entry("ACC005", reads_sql=True),
    Entry("ACC006", reads_sql=True),
    Entry("ACC007", reads_sql=True),
    Entry("ACC008", reads_sql=True),
    Entry("ACC009", reads_sql=True),
    Entry("ACC010", reads_sql=True),
    Entry("ACC011", reads_sql=True),
    Entry("ACC012", reads_sql=True),
    Entry("ACC013", reads_sql=True),
    Entry("ACC014", reads_sql=True),
    Entry("ACC015", reads_sql=False),
    Entry("ACC016", reads_sql=True),
    Entry("ACC017", reads_sql=True),
    Entry("ACC018", reads_sql=True),
    Entry("ACC019", reads_sql=True),
    Entry("ACC020", reads_sql=True),
    Entry("ACC021", reads_sql=True),
    Entry("ACC022", reads_sql=True),
    Entry("ACC024", reads_sql=False),
    Entry("ACC025", reads_sql=True),
    Entry("JOI001", reads_sql=True),
    Entry("JOI002", reads_sql=True),
    Entry("JOI003", reads_sql=False),
    Entry("JOI005", reads_sql=False),
    Entry("INJ001", reads_sql=False),
    Entry("INJ002", reads_sql=False),
    Entry("INJ003", reads_sql=False),
    Entry("INJ004", reads_sql=False),
    Entry("INJ006", reads_sql=False),
    Entry("INJ007", reads_sql=False),
    Entry("INJ008", reads_sql=False),
    Entry("INJ009", reads_sql=False),
    Entry("INJ010", reads_sql=False),
    Entry("INJ011", reads_sql=False),
    Entry("INJ012", reads_sql=False),
    Entry("EXT001", reads_sql=False),
    Entry("EXT002", reads_sql=False),
    Entry("EXT003", reads_sql=False),
    Entry("EXT006", reads_sql=False),
    Entry("EXT007", reads_sql=False),
    Entry("EXT008", reads_sql=False),
    Entry("EXT009", reads_sql=False),
    Entry("AGG001", reads_sql=True),
    Entry("AGG002", reads_sql=False),
    Entry("AGG004", reads_sql=True),
    Entry("TYP001", reads_sql=False),
    Entry("TYP002", reads_sql=False),
    Entry("TYP003", reads_sql=False),
    Entry("TYP004", reads_sql=False),
    Entry("TYP005", reads_sql=False),
    Entry("TYP009", reads_sql=False),
    Entry("JWT008", reads_sql=False),
    Entry("HAR006", reads_sql=False),
    Entry("HAR007", reads_sql=False),
    Entry("MOD001", reads_sql=False),
    Entry("MOD002", reads_sql=False),
    Entry("MOD003", reads_sql=False),
    Entry("MOD004", reads_sql=False),
    Entry("MOD005", reads_sql=False),
    Entry("MOD006", reads_sql=False),
    Entry("MOD007", reads_sql=False),
)

LAST: Final = ("HAR006", "HAR007")
"""Rules about the findings of the others."""


def codes() -> tuple[str, ...]:
    """Every code."""
    return tuple(entry.code for entry in RULES)


def pages() -> dict[str, Page]:
    """The documentation of all rules, by code."""
    return {entry.code: page(entry.module()) for entry in RULES}
