"""Diagnostics as SARIF 2.1.0, which code scanning reads. Knows no file, no rule and no terminal."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from cubeproof.diagnostics import Diagnostic
from cubeproof.source import Span

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
_SECURITY: Final = {"error": "8.0", "warning": "5.0", "info": "2.0"}


class Described(NamedTuple):
    """What is said of a code: a title, and its explanation."""

    title: str
    text: str


class Entry(NamedTuple):
    """A diagnostic, what stays the same of it when lines move, and where and why it is silenced, if it is."""

    diagnostic: Diagnostic
    fingerprint: str
    silenced: tuple[str, str] | None = None


def document(entries: Sequence[Entry], described: Mapping[str, Described], version: str) -> dict[str, Any]:
    """One run of the tool."""
    codes = sorted({entry.diagnostic.code for entry in entries})
    rules = [_rule(code, described.get(code), entries) for code in codes]
    driver = {"name": "Cubeproof", "version": version, "rules": rules}
    results = [_result(entry, codes.index(entry.diagnostic.code)) for entry in entries]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, described: Described | None, entries: Sequence[Entry]) -> dict[str, Any]:
    severity = next(entry.diagnostic.severity for entry in entries if entry.diagnostic.code == code)
    rule: dict[str, Any] = {"id": code, "defaultConfiguration": {"level": _LEVELS[severity]}}
    if described is not None:
        rule["shortDescription"] = {"text": described.title}
        rule["fullDescription"] = {"text": described.title}
        rule["help"] = {"text": described.text}
    if not code.startswith("E"):
        rule["properties"] = {"tags": ["security"], "security-severity": _SECURITY[severity]}
    return rule


def _result(entry: Entry, index: int) -> dict[str, Any]:
    found = entry.diagnostic
    message = found.message if found.help is None else f"{found.message}; {found.help}"
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": message},
        "partialFingerprints": {"cubeproof/v1": entry.fingerprint},
    }
    if found.span is not None:
        result["locations"] = [_location(found.span)]
    elif found.path is not None:
        result["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": found.path}}}]
    if found.related:
        related = [(_location(one.span), one.message) for one in found.related]
        result["relatedLocations"] = [{**place, "message": {"text": said}} for place, said in related]
    if entry.silenced is not None:
        kind, reason = entry.silenced
        result["suppressions"] = [{"kind": kind, "justification": reason}]
    return result


def _location(span: Span) -> dict[str, Any]:
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    from urllib.parse import quote

    return {"physicalLocation": {"artifactLocation": {"uri": quote(span.source.path)}, "region": region}}
