"""Scenario files as suites: every problem of a file at once, each with its place.

Reads the file and what it includes from disk; the model, the fixtures and the snapshots are read by others.
"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, cast

from cubeproof.diagnostics import Diagnostic, Result, by_place
from cubeproof.emit import names as dialect_names
from cubeproof.harness.expectations import Expectations
from cubeproof.harness.forms import Forms
from cubeproof.harness.scenario import SUFFIX, Suite
from cubeproof.harness.states import STATES
from cubeproof.harness.yaml_text import Entry, read
from cubeproof.request.context import Semantics
from cubeproof.source import Source

NOW: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""The clock of a suite that names none, so that its output never moves."""
SHARED: Final = ("tokens", "queries", "groups")
KEYS: Final = (
    "suite", "model", "dialects", "semantics", "now", *SHARED, "claim-states", "fixtures", "include", "expect",
)  # fmt: skip
LARGEST: Final = 4 << 20
"""Bytes that a scenario file may have."""


def load(path: str, *, shown: str) -> Result[Suite | None]:
    """The suite of a file; None, with the reasons, where anything is wrong with it. `shown` is what people call the file."""
    forms = Forms()
    source = _source(path, shown, forms)
    node = _document(source, forms) if source is not None else None
    if source is None or node is None:
        return Result(None, tuple(forms.problems))
    suite = _Reader(forms, source, os.path.dirname(path) or ".").suite(node)
    return Result(None if forms.problems else suite, by_place(forms.problems))


def _source(path: str, shown: str, forms: Forms) -> Source | None:
    try:
        with open(path, "rb") as opened:
            data = opened.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ValueError("it is larger than 4 MiB")
        return Source(shown, data.decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
    except UnicodeDecodeError:
        reason = "it is not UTF-8 text"
    except ValueError as error:
        reason = str(error)
    forms.problems.append(
        Diagnostic(code="E650", message=f"the scenario `{shown}` cannot be read: {reason}", path=shown)
    )
    return None


def _document(source: Source, forms: Forms) -> Mapping[str, Entry] | None:
    found = read(source)
    forms.problems += found.diagnostics
    return None if found.value is None else forms.keys(found.value, "a scenario", KEYS)


class _Reader:
    def __init__(self, forms: Forms, source: Source, folder: str) -> None:
        self.forms, self.source, self.folder = forms, source, folder
        self.shared: dict[str, dict[str, Entry]] = {key: {} for key in SHARED}

    def suite(self, entries: Mapping[str, Entry]) -> Suite:
        self.include(entries)
        self.take(entries)
        tokens = self.objects("tokens")
        queries = self.objects("queries", lists=True)
        dialects = self.dialects(entries)
        states = tuple(self.among(entries, "claim-states", STATES, "claim state"))
        expectations = Expectations(
            self.forms, tuple(tokens), tuple(queries), dialects, states, self.groups(), "fixtures" in entries
        ).read(entries.get("expect"))
        return Suite(
            name=self.name(entries),
            source=self.source,
            folder=self.folder,
            model=tuple(text for text, _ in self.texts(entries, "model")),
            dialects=dialects,
            semantics=self.semantics(entries),
            now=self.now(entries),
            tokens=tokens,
            queries=queries,
            states=states,
            fixtures=self.text(entries, "fixtures"),
            expect=expectations[0],
            cubes=expectations[1],
        )

    def include(self, entries: Mapping[str, Entry]) -> None:
        """Take the tokens, queries and groups of other files; the file's own win."""
        for text, span in self.texts(entries, "include"):
            path = os.path.join(self.folder, text)
            if not os.path.isfile(path):
                self.forms.report("E654", f"the included file `{text}` is not there", span)
                continue
            source = _source(path, text, self.forms)
            node = read(source) if source is not None else None
            if node is not None:
                self.forms.problems += node.diagnostics
            if node is not None and node.value is not None:
                self.take(self.forms.keys(node.value, "an included file", SHARED))

    def take(self, entries: Mapping[str, Entry]) -> None:
        for key in SHARED:
            if key in entries:
                self.shared[key] |= self.forms.names(entries[key].node, f"`{key}`")

    def objects(self, key: str, *, lists: bool = False) -> dict[str, Any]:
        found = {}
        for name, entry in self.shared[key].items():
            if isinstance(entry.node.value, Mapping) or (lists and isinstance(entry.node.value, tuple)):
                found[name] = entry.node.plain()
            else:
                self.forms.wrong(f"`{name}` of `{key}`", "a map", entry.node)
        if not self.shared[key]:
            problem = f"the scenario has no {key}: there is nothing to check"
            self.forms.report("E652", problem, self.source_span(), f"give it `{key}:`")
        return found

    def source_span(self) -> Any:
        from cubeproof.source import Span

        return Span(self.source, 0, len(self.source.text.partition("\n")[0]))

    def groups(self) -> dict[str, tuple[str, ...]]:
        return {
            name: tuple(text for text, _ in self.forms.texts(entry.node, f"the group `{name}`"))
            for name, entry in self.shared["groups"].items()
        }

    def name(self, entries: Mapping[str, Entry]) -> str:
        given = self.text(entries, "suite")
        default = os.path.basename(self.source.path).removesuffix(SUFFIX)
        if given is not None:
            self.forms.names(_named(entries["suite"], given), "`suite`")
        return given or default

    def dialects(self, entries: Mapping[str, Entry]) -> tuple[str, ...]:
        return tuple(self.among(entries, "dialects", dialect_names(), "dialect"))

    def semantics(self, entries: Mapping[str, Entry]) -> Semantics | None:
        found = list(self.among(entries, "semantics", ("cube", "strict"), "semantics"))
        return cast("Semantics", found[0]) if found else None

    def now(self, entries: Mapping[str, Entry]) -> datetime:
        entry = entries.get("now")
        if entry is None:
            return NOW
        try:
            found = datetime.fromisoformat(str(entry.node.value))
        except ValueError:
            self.forms.wrong("`now`", "an instant, such as `2026-01-31T12:00:00Z`", entry.node)
            return NOW
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)

    def among(
        self, entries: Mapping[str, Entry], key: str, known: tuple[str, ...], what: str
    ) -> dict[str, None]:
        """The texts of a list, each once and each known."""
        found: dict[str, None] = {}
        for text, span in self.texts(entries, key):
            if text in known:
                found[text] = None
            else:
                self.forms.unknown(what, text, known, span)
        return found

    def texts(self, entries: Mapping[str, Entry], key: str) -> list[tuple[str, Any]]:
        return self.forms.texts(entries[key].node, f"`{key}`") if key in entries else []

    def text(self, entries: Mapping[str, Entry], key: str) -> str | None:
        return self.forms.text(entries[key].node, f"`{key}`") if key in entries else None


def _named(entry: Entry, name: str) -> Any:
    from cubeproof.harness.yaml_text import Node

    return Node({name: Entry(entry.node.span, entry.node)}, entry.node.span)
