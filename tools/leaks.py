"""The planted mistakes of `tests/leaks`: how many of them the rules of `cubeproof check` find, and how often they cry wolf.

    python tools/leaks.py [--json] [NAME…]

A case is a folder: `bad.js` with one mistake in who sees which rows, `good.js` of the same shape done right, their rows in
`data.sql`, and `case.toml`, read by `Case`. Recall: bad models where one of the expected rules speaks, at warning or error.
Precision: good models where no rule does, but for ACC001 where an open filter is meant. Names narrow the cases to those that
contain one. Exit code 0 if nothing was missed and no alarm false, 1 otherwise, 2 on wrong use.
"""

import argparse
import contextlib
import io
import json
import os
import re
import sys
import tempfile
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from cubeproof.cli import main as cubeproof
from cubeproof.config import Configuration

FOLDER = Path(__file__).parent.parent / "tests" / "leaks"
RULE = re.compile(r"[A-Z]{3}\d{3}")
"""Codes of rules; those of errors have one letter."""
Which = Literal["bad", "good"]


class Case(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """`case.toml`: what is wrong with the bad model, and what shows it."""

    name: str = ""
    """The folder's."""
    about: str
    rules: tuple[str, ...]
    """Any of them counts as having caught the mistake."""
    claims: Mapping[str, Any] = {}
    groups: str | None = None
    """The claim that holds the caller's groups."""
    query: Mapping[str, Any] = {}
    key: str = ""
    """A member of the query, whose values tell whose rows came."""
    own: tuple[Any, ...] = ()
    """All values of the key that the good model gives."""
    foreign: tuple[Any, ...] = ()
    """Values that the bad model gives too; none of them is the caller's to see."""
    refused: str = ""
    """The error with which the good model refuses this caller, in place of own values."""
    stopped: str = ""
    """The error with which the compiler itself refuses the bad model."""
    dialect: Literal["duckdb", "sqlite"] = "duckdb"
    plain: bool = True
    """The facts about the good model are to say that every guard restricts."""
    beyond_facts: str = ""
    """Why the facts may call the bad model safe: the mistake is in what the author meant, not in what the SQL does."""
    open_filter: bool = False
    """The good model means its `.filter` to open for a caller without the claim."""
    not_executed: str = ""
    """Why the mistake does not show in the rows of a query."""
    configuration: Mapping[str, Any] = {}
    """What `cubeproof.toml` says beside the model."""

    def text(self, which: Which) -> str:
        """The text of one of the models."""
        return (FOLDER / self.name / f"{which}.js").read_text("utf-8")

    def data(self) -> str:
        """SQL that makes the tables."""
        return (FOLDER / self.name / "data.sql").read_text("utf-8")


class Verdict(NamedTuple):
    """What the rules say about a case, each code once."""

    bad: frozenset[str]
    good: frozenset[str]


def cases(*names: str) -> list[Case]:
    """The cases whose names contain one of these; all without names."""
    found = []
    for file in sorted(FOLDER.glob("*/case.toml")):
        name = file.parent.name
        if not names or any(part in name for part in names):
            given = tomllib.loads(file.read_text("utf-8"))
            found.append(msgspec.structs.replace(msgspec.convert(given, Case), name=name))
    return found


def verdict(case: Case, scratch: Path) -> Verdict:
    """Run the rules over both models of a case, each in a folder of its own."""
    return Verdict(*(frozenset(_codes(case, which, scratch)) for which in ("bad", "good")))


def caught(case: Case, found: Verdict) -> bool:
    """Whether a rule that knows the mistake speaks."""
    return bool(found.bad & {*case.rules, case.stopped})


def alarms(case: Case, found: Verdict) -> Collection[str]:
    """The rules that speak about the good model without reason."""
    return sorted(found.good - ({"ACC001"} if case.open_filter else set()))


def report(found: Mapping[str, tuple[Case, Verdict]]) -> dict[str, Any]:
    """The figures, ready for JSON."""
    missed = {name: case for name, (case, seen) in found.items() if not caught(case, seen)}
    false = {name: alarms(case, seen) for name, (case, seen) in found.items() if alarms(case, seen)}
    return {
        "pairs": len(found),
        "recall": _share(len(found) - len(missed), len(found)),
        "precision": _share(len(found) - len(false), len(found)),
        "by rule": _by_rule(found, missed),
        "missed": {
            name: {"about": case.about, "expected": case.rules, "found": sorted(found[name][1].bad)}
            for name, case in missed.items()
        },
        "false alarms": false,
    }


def _by_rule(found: Mapping[str, tuple[Case, Verdict]], missed: Collection[str]) -> dict[str, str]:
    """How many of the mistakes were caught for each rule that is the first to know them."""
    counts: dict[str, list[bool]] = {}
    for name, (case, _) in found.items():
        counts.setdefault(case.rules[0], []).append(name not in missed)
    return {rule: f"{sum(counts[rule])}/{len(counts[rule])}" for rule in sorted(counts)}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _codes(case: Case, which: Which, scratch: Path) -> Iterator[str]:
    folder = scratch / case.name / which
    (folder / "model").mkdir(parents=True)
    (folder / "model" / "model.js").write_text(case.text(which), "utf-8")
    (folder / "cubeproof.toml").write_text(_configuration(case), "utf-8")
    answer = folder / "answer.json"
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(io.StringIO()) as said,
        contextlib.redirect_stderr(said),
    ):
        code = cubeproof(["check", "--format", "json", "--output", f"json={answer}"])
    if not answer.exists():
        raise SystemExit(f"{case.name}/{which}.js: `cubeproof check` ended with {code}\n{said.getvalue()}")
    for one in json.loads(answer.read_text("utf-8"))["diagnostics"]:
        if one["severity"] == "info":
            continue
        if RULE.fullmatch(one["code"]) or one["code"] == case.stopped:
            yield one["code"]
        elif one["severity"] == "error":
            raise SystemExit(f"{case.name}/{which}.js: {one['code']} {one['message']}")


def _configuration(case: Case) -> str:
    groups = {} if case.groups is None else {"groups-claim": case.groups}
    known = {
        field.encode_name for field in msgspec.structs.fields(Configuration)
    }  # rules bring keys with them
    own = {key: value for key, value in case.configuration.items() if key in known}
    given = {"model": ["model"], "dialect": case.dialect} | groups | own
    return "".join(f"{key} = {_toml(value)}\n" for key, value in given.items())


def _toml(value: Any) -> str:
    match value:
        case Mapping():
            return "{" + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            return json.dumps(value)


def _printed(figures: Mapping[str, Any]) -> None:
    print(f"{figures['pairs']} pairs, recall {figures['recall']:.1%}, precision {figures['precision']:.1%}")
    print("caught  " + "  ".join(f"{rule} {share}" for rule, share in figures["by rule"].items()))
    for name, one in figures["missed"].items():
        print(f"missed  {name}: {one['about']} (expected {'/'.join(one['expected'])}, found {one['found']})")
    for name, codes in figures["false alarms"].items():
        print(f"false   {name}: {', '.join(codes)}")


def main() -> int:
    """Read the arguments, run the rules, print what came of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", help="a part of the names of cases")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    chosen = cases(*given.names)
    if not chosen:
        parser.error("no such case")
    for name in [name for name in os.environ if name.startswith("CUBEPROOF_")]:
        del os.environ[name]
    with tempfile.TemporaryDirectory() as scratch:
        found = {case.name: (case, verdict(case, Path(scratch))) for case in chosen}
    figures = report(found)
    if given.json:
        print(json.dumps(figures, indent=2))
    else:
        _printed(figures)
    return 1 if figures["missed"] or figures["false alarms"] else 0


if __name__ == "__main__":
    sys.exit(main())
