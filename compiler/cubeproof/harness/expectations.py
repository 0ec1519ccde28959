"""The `expect` list of a scenario: selectors resolved to names, and checks. What matches nothing is an error.

Knows which tokens, queries, dialects and claim states there are; must not know the model.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import Any, Final, cast, get_args

from cubeproof.harness.forms import Forms
from cubeproof.harness.scenario import (
    DUCKDB,
    OWN,
    Check,
    CubeCheck,
    CubeExpectation,
    ErrorIs,
    Expectation,
    GuardIs,
    Never,
    RowsAre,
    Skip,
    Snapshot,
    State,
    StateIs,
    Visible,
)  # fmt: skip
from cubeproof.harness.yaml_text import Entry, Node
from cubeproof.source import Span

SELECTORS: Final = ("tokens", "queries", "dialects", "claim-states")
CHECKS: Final = ("snapshot", "rows", "guard", "state", "error", "skip")
ON_CUBES: Final = ("visible", "never")
GUARD: Final = ("cube", "claim", "on", "form", "state", "effect")
_KNOWN: Final = (*SELECTORS, *CHECKS, "until", "cube", *ON_CUBES)


class Expectations:
    """Reads the list."""

    def __init__(
        self,
        forms: Forms,
        tokens: tuple[str, ...],
        queries: tuple[str, ...],
        dialects: tuple[str, ...],
        states: tuple[str, ...],
        groups: Mapping[str, tuple[str, ...]],
        has_fixtures: bool,
    ) -> None:
        self.forms, self.groups, self.has_fixtures = forms, groups, has_fixtures
        self.known = {
            "tokens": tokens, "queries": queries, "dialects": dialects, "claim-states": (OWN, *states),
        }  # fmt: skip

    def read(self, entry: Entry | None) -> tuple[tuple[Expectation, ...], tuple[CubeExpectation, ...]]:
        """What is expected of cells, and of the rows of cubes."""
        cells: list[Expectation] = []
        cubes: list[CubeExpectation] = []
        for item in self.forms.list(entry.node, "`expect`") if entry is not None else ():
            found = self.forms.keys(item, "an expectation", _KNOWN)
            if not found:
                continue
            span = next(iter(found.values())).span
            if "cube" in found or any(key in found for key in ON_CUBES):
                cubes.append(
                    CubeExpectation(self._selected(found, "tokens"), tuple(self._on_cube(found, span)), span)
                )
            else:
                cells.append(self._expectation(found, span))
        return tuple(cells), tuple(cubes)

    def _expectation(self, found: Mapping[str, Entry], span: Span) -> Expectation:
        checks = tuple(self._checks(found))
        if not checks and not self.forms.problems:
            advice = f"give it one of {', '.join(f'`{key}`' for key in (*CHECKS, *ON_CUBES))}"
            self.forms.report("E652", "an expectation that expects nothing", span, advice)
        names = {key: frozenset(self._selected(found, key)) for key in SELECTORS}
        if "claim-states" not in found:
            names["claim-states"] = frozenset({OWN})
        return Expectation(
            names["tokens"], names["queries"], names["dialects"], names["claim-states"], checks, span
        )

    def _selected(self, found: Mapping[str, Entry], key: str) -> tuple[str, ...]:
        """The names that a selector means: names, groups and globs; without a selector all."""
        known = self.known[key]
        if key not in found:
            return known
        names: dict[str, None] = {}
        for text, span in self.forms.texts(found[key].node, f"`{key}`"):
            matched = self._matched(text, known)
            if not matched:
                what = {"tokens": "token", "queries": "query", "dialects": "dialect"}.get(
                    key, "claim state in the file"
                )
                self.forms.unknown(what, text, (*filter(None, known), *self.groups), span)
            names |= dict.fromkeys(matched)
        return tuple(names)

    def _matched(self, text: str, known: Sequence[str]) -> list[str]:
        wanted = self.groups.get(text, (text,)) if text not in known else (text,)
        return [
            name for name in known if any(fnmatchcase(name, one) for one in wanted) and (name or text != "*")
        ]

    def _checks(self, found: Mapping[str, Entry]) -> Iterable[Check]:
        for key, entry in found.items():
            node = entry.node
            match key:
                case "snapshot":
                    if node.value is True:
                        yield Snapshot()
                    else:
                        self.forms.wrong("`snapshot`", "`true`", node)
                case "rows":
                    self._needs_fixtures(key, entry)
                    yield RowsAre(tuple(self._row(item) for item in self.forms.list(node, "`rows`")))
                case "guard":
                    yield GuardIs(self._guard(node))
                case "state":
                    if node.value in get_args(State):
                        yield StateIs(cast("State", node.value))
                    else:
                        self.forms.wrong("`state`", "`bound`, `open`, `closed` or `mixed`", node)
                case "error":
                    yield from self._error(node)
                case "skip":
                    yield from self._skip(node, found.get("until"))
                case "until" if "skip" not in found:
                    self.forms.report("E651", "`until` belongs to a `skip`", entry.span)

    def _guard(self, node: Node) -> dict[str, str | None]:
        found = self.forms.keys(node, "`guard`", GUARD)
        return {
            key: None if entry.node.value is None else self.forms.text(entry.node, f"`{key}` of `guard`")
            for key, entry in found.items()
        }

    def _row(self, node: Node) -> tuple[Any, ...]:
        return tuple(item.plain() for item in self.forms.list(node, "each of `rows`"))

    def _error(self, node: Node) -> Iterable[ErrorIs]:
        found = self.forms.keys(node, "`error`", ("code", "contains"))
        texts = {key: self.forms.text(entry.node, f"`{key}` of `error`") for key, entry in found.items()}
        if "code" not in found:
            self.forms.report(
                "E652", "`error` must name a `code`: that a query failed proves nothing", node.span
            )
        elif texts["code"]:
            yield ErrorIs(texts["code"], texts.get("contains"))

    def _skip(self, node: Node, until: Entry | None) -> Iterable[Skip]:
        reason = self.forms.text(node, "`skip`")
        if until is None:
            advice = "add `until: 2027-01-01`"
            self.forms.report("E652", "a `skip` needs a date after which it fails", node.span, advice)
            return
        try:
            day = date.fromisoformat(str(until.node.value))
        except ValueError:
            self.forms.wrong("`until`", "a date, such as `2027-01-01`", until.node)
            return
        if reason is not None:
            yield Skip(reason, day)

    def _on_cube(self, found: Mapping[str, Entry], span: Span) -> Iterable[CubeCheck]:
        for key, entry in found.items():
            if key not in ("tokens", "cube", *ON_CUBES):
                self.forms.report("E651", f"`{key}` says nothing beside `visible` and `never`", entry.span)
        cube = self.forms.text(found["cube"].node, "`cube`") if "cube" in found else None
        asked = [key for key in ON_CUBES if key in found]
        if cube is None or not asked:
            problem = (
                "`visible` and `never` speak of a `cube`"
                if asked
                else "a `cube` is here for `visible` or `never`"
            )
            self.forms.report("E652", problem, span)
            return
        for key in asked:
            self._needs_fixtures(key, found[key])
            values = "only" if key == "visible" else "values"
            given = self.forms.keys(found[key].node, f"`{key}`", ("key", values))
            column = self.forms.text(given["key"].node, "`key`") if "key" in given else None
            rows = self.forms.list(given[values].node, f"`{values}`") if values in given else ()
            if column is None or values not in given:
                self.forms.report("E652", f"`{key}` needs `key` and `{values}`", found[key].span)
                continue
            plain = tuple(row.plain() for row in rows)
            yield Visible(cube, column, plain) if key == "visible" else Never(cube, column, plain)

    def _needs_fixtures(self, key: str, entry: Entry) -> None:
        if not self.has_fixtures:
            advice = f"name an SQL file in `fixtures`; it is loaded into {DUCKDB}"
            self.forms.report("E652", f"`{key}` needs rows to look at", entry.span, advice)
