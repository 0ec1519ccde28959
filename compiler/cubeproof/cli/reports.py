"""The findings of `check` in each format: for people, for scripts, for code scanning and for CI. Reads and prints nothing."""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from cubeproof.cli import answers
from cubeproof.diagnostics import Diagnostic, Severity
from cubeproof.diagnostics.data import all_data
from cubeproof.diagnostics.render import texts

if TYPE_CHECKING:
    from cubeproof.diagnostics import sarif

FORMATS: Final = ("text", "json", "sarif", "github", "junit")
RANK: Final[dict[Severity, int]] = {"info": 0, "warning": 1, "error": 2}


class Silenced(NamedTuple):
    """A finding that does not count, the reason why, and whether that is said in the model or outside of it."""

    finding: Diagnostic
    reason: str
    kind: Literal["inSource", "external"]


class Report(NamedTuple):
    """All that a run of `check` found."""

    files: tuple[str, ...]
    cubes: int
    found: tuple[Diagnostic, ...]
    """In the order of their places."""
    silenced: tuple["Silenced", ...]
    fail_on: Severity

    @property
    def summary(self) -> dict[str, int]:
        """What was looked at, and how much was found."""
        errors = sum(d.severity == "error" for d in self.found)
        warnings = sum(d.severity == "warning" for d in self.found)
        return {"files": len(self.files), "cubes": self.cubes, "errors": errors, "warnings": warnings}

    @property
    def failing(self) -> tuple[Severity, ...]:
        """The severities that make the run fail."""
        return tuple(severity for severity in RANK if RANK[severity] >= RANK[self.fail_on])


def rendered(report: Report, format_: str, *, colour: bool = False) -> str:
    """The report in a format."""
    match format_:
        case "json":
            return answers.pretty(
                {
                    "schema_version": answers.SCHEMA_VERSION,
                    "summary": report.summary,
                    "diagnostics": all_data(report.found),
                }
            )
        case "sarif":
            return _sarif(report)
        case "github":
            from cubeproof.diagnostics.github import commands

            return commands(report.found)
        case "junit":
            from cubeproof.diagnostics.junit import document

            return document(report.found, report.files, report.failing)
        case _:
            counts = ", ".join(_counted(number, noun) for noun, number in report.summary.items())
            return f"{texts(report.found, colour=colour)}\n\n{counts}" if report.found else counts


def _counted(number: int, nouns: str) -> str:
    return f"{number} {nouns.removesuffix('s') if number == 1 else nouns}"


def _sarif(report: Report) -> str:
    from cubeproof import __version__
    from cubeproof.diagnostics import sarif
    from cubeproof.lint.identity import keys

    everything = [*report.found, *(one.finding for one in report.silenced)]
    why = [*(None for _ in report.found), *((one.kind, one.reason) for one in report.silenced)]
    entries = [
        sarif.Entry(finding, "/".join(map(str, key)), reason)
        for finding, key, reason in zip(everything, keys(everything), why, strict=True)
    ]
    return answers.pretty(sarif.document(entries, _described({d.code for d in everything}), __version__))


def _described(codes: set[str]) -> "dict[str, sarif.Described]":
    from cubeproof.diagnostics import sarif
    from cubeproof.diagnostics.register import entries
    from cubeproof.lint import catalogue
    from cubeproof.lint.rule import page

    found = {
        code: sarif.Described(e.title, e.explanation.strip())
        for code, e in entries().items()
        if code in codes
    }
    rules = {entry.code: entry for entry in catalogue.RULES if entry.code in codes}
    for code, entry in rules.items():
        rule, text = page(entry.module())
        found[code] = sarif.Described(rule.title, text)
    return found
