"""The configuration: `[tool.cubeproof]` of pyproject.toml, or cubeproof.toml, and `CUBEPROOF_*` variables.

Searched from a folder upward. Knows what keys there are and of what type; not what commands do with them. The
command line's own options win over what is found here; an environment variable wins over a file.
"""

import os
import re
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

import msgspec

from cubeproof.diagnostics import Diagnostic, Result
from cubeproof.diagnostics.nearest import nearest
from cubeproof.diagnostics.toml import Places, broken
from cubeproof.request.context import Semantics
from cubeproof.source import Source, Span

Level = Literal["error", "warning", "info"]
Aliases = Literal["dotted", "underscored"]
MOST_ROWS: Final = 50_000


class TokenRules(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """`[tool.cubeproof.token]`: what a token must be, beyond a valid signature and unexpired."""

    algorithms: tuple[str, ...] = ()
    """Accepted ones; empty: those that fit the key."""
    public_key: str | None = None
    """A PEM or JWK-set file, in place of a secret; relative to the configuration's folder."""
    leeway: Annotated[float, msgspec.Meta(ge=0)] = 0
    """Seconds that clocks may differ."""
    audience: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    subject: str | None = None
    claims_namespace: str | None = None


class ModelLimits(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True):
    """`[tool.cubeproof.limits]`: how much a model may compute; None is the default of the evaluator."""

    file_steps: Annotated[int, msgspec.Meta(ge=1, le=100_000_000)] | None = None
    """Steps for the statements of one file."""
    force_steps: Annotated[int, msgspec.Meta(ge=1, le=100_000_000)] | None = None
    """Steps for one template or callback."""
    depth: Annotated[int, msgspec.Meta(ge=10, le=380)] | None = None
    """How deep expressions and calls may nest: at most as deep as our own stack carries."""
    text: Annotated[int, msgspec.Meta(ge=1, le=1 << 26)] | None = None
    """Characters of one text."""
    items: Annotated[int, msgspec.Meta(ge=1, le=10_000_000)] | None = None
    """Items of one list, keys of one object."""


class ClaimType(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """One of `[tool.cubeproof.claims]`: `tenant = {type = "string", optional = true}`."""

    type: Literal["string", "number", "boolean"] | None = None
    optional: bool = False
    """Some callers do not have it."""
    list: bool = False


class Configuration(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """Every key there is, with its default; an absent key is as its default."""

    model: tuple[str, ...] = ()
    dialect: str | None = None
    dialects: tuple[str, ...] = ()
    semantics: Semantics = "cube"
    aliases: Aliases = "dotted"
    respect_visibility: bool = False
    limit: Annotated[int, msgspec.Meta(ge=1, le=MOST_ROWS)] = 10_000
    fail_on: Level = "error"
    lint: Mapping[str, Any] = {}
    tenant_columns: Mapping[str, str] = {}
    """Column → the claim that its rows are told apart by."""
    public_cubes: tuple[str, ...] = ()
    """Cubes that everybody may read."""
    claims: Mapping[str, ClaimType] = {}
    """Every claim there is, by its path."""
    sensitive_columns: tuple[str, ...] = ()
    data_sources: Mapping[str, str] = {}
    env: Mapping[str, str] = {}
    modules: Mapping[str, str] = {}
    compile_context: Mapping[str, Any] | None = None
    groups_claim: str | None = None
    snapshots: str = "tests/snapshots"
    """The folder of snapshots; a suite has one of its own in it."""
    sensitive_claims: tuple[str, ...] = ()
    """Claims, by path, whose values no snapshot shows."""
    limits: ModelLimits = ModelLimits()
    token: TokenRules = TokenRules()
    database: str | None = None
    """Not a key of the file, where a password would be read by everybody: `CUBEPROOF_DATABASE` alone."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A configuration, and the folder that its paths are relative to (None: no file was found)."""

    configuration: Configuration
    folder: str | None


EXPECTED: Final[Mapping[str, str]] = {
    "model": "a list of paths",
    "dialect": "the name of a dialect",
    "dialects": "a list of names of dialects",
    "semantics": '"cube" or "strict"',
    "aliases": '"dotted" or "underscored"',
    "respect-visibility": "true or false",
    "limit": f"a whole number from 1 to {MOST_ROWS}",
    "fail-on": '"error", "warning" or "info"',
    "lint": "a table of rules, each with a severity",
    "tenant-columns": "a table: name of a column = name of a claim",
    "public-cubes": "a list of names of cubes",
    "claims": 'a table: path of a claim = {type = "string", "number" or "boolean", optional = true, list = true}',
    "sensitive-columns": "a list of names of columns",
    "data-sources": "a table: name of a data source = name of a dialect",
    "env": "a table of texts",
    "modules": "a table: path of a module = path of a JSON file",
    "compile-context": "a table of plain values",
    "groups-claim": "the path of a claim",
    "snapshots": "the path of a folder",
    "sensitive-claims": "a list of paths of claims",
    "limits": "a table",
    "limits.file-steps": "a whole number from 1 to 100000000",
    "limits.force-steps": "a whole number from 1 to 100000000",
    "limits.depth": "a whole number from 10 to 380",
    "limits.text": f"a whole number from 1 to {1 << 26}",
    "limits.items": "a whole number from 1 to 10000000",
    "token": "a table",
    "token.algorithms": "a list of names of algorithms",
    "token.public-key": "the path of a file",
    "token.leeway": "a number of seconds, 0 or more",
    "token.audience": "a list of texts",
    "token.issuer": "a list of texts",
    "token.subject": "a text",
    "token.claims-namespace": "the name of a claim",
}
"""What to write for each key, in the words of an error."""

VARIABLES: Final = (
    "MODEL",
    "DIALECT",
    "SEMANTICS",
    "ALIASES",
    "LIMIT",
    "FAIL_ON",
    "DATABASE",
    "GROUPS_CLAIM",
)
"""What may follow `CUBEPROOF_` in an environment, as keys."""
OTHER_VARIABLES: Final = ("DEBUG", "TOKEN")
"""Variables of the command line that are no keys."""


def find(folder: str) -> str | None:
    """Find the nearest configuration file from a folder upward; cubeproof.toml wins over its neighbour."""
    place = os.path.abspath(folder)
    while True:
        own = os.path.join(place, "cubeproof.toml")
        if os.path.isfile(own):
            return own
        shared = os.path.join(place, "pyproject.toml")
        if _has_section(shared):
            return shared
        above = os.path.dirname(place)
        if above == place:
            return None
        place = above


def load(folder: str, environment: Mapping[str, str]) -> Result[Found]:
    """Read the configuration that holds in a folder; all that is wrong with it is reported (E610-E612)."""
    file = find(folder)
    values: dict[str, Any] = {}
    problems: list[Diagnostic] = []
    if file is not None:
        values, problems = _read(file, os.path.relpath(file, folder).replace(os.sep, "/"))
    variables, more = from_environment(environment)
    merged = msgspec.convert({**values, **variables}, Configuration)
    found = Found(configuration=merged, folder=os.path.dirname(file) if file else None)
    return Result(found, (*problems, *more))


def from_environment(environment: Mapping[str, str]) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Pick the keys that `CUBEPROOF_*` variables give; a name that looks like a typo of one is an error."""
    values: dict[str, Any] = {}
    problems: list[Diagnostic] = []
    for name in sorted(environment):
        if not name.startswith("CUBEPROOF_"):
            continue
        short = name.removeprefix("CUBEPROOF_")
        if short not in VARIABLES:
            meant = nearest(short, VARIABLES + OTHER_VARIABLES)
            if meant and short not in OTHER_VARIABLES:
                problems.append(_unknown(name, f"CUBEPROOF_{meant}", None, "the environment"))
            continue
        key = short.lower().replace("_", "-")
        text = environment[name]
        value: Any = tuple(filter(None, text.split(os.pathsep))) if key == "model" else text
        if key == "limit" and text.isascii() and text.isdigit():
            value = int(text)
        if key != "database" and not _fits(Configuration, key, value):
            problems.append(_wrong(f"environment variable `{name}`", EXPECTED[key], None, "the environment"))
        else:
            values[key] = value
    return values, problems


def _read(file: str, shown: str) -> tuple[dict[str, Any], list[Diagnostic]]:
    import tomllib

    try:
        with open(file, encoding="utf-8-sig") as opened:
            text = opened.read()
        document = tomllib.loads(text)
    except OSError as error:
        problem = f"configuration cannot be read: {(error.strerror or 'unknown reason').lower()}"
        return {}, [Diagnostic(code="E612", message=problem, path=shown)]
    except tomllib.TOMLDecodeError as error:
        return {}, [broken(str(error), Source(shown, text))]
    except UnicodeDecodeError:
        return {}, [Diagnostic(code="E612", message="configuration is not UTF-8 text", path=shown)]
    own = os.path.basename(file) == "cubeproof.toml"
    section = document if own else document["tool"]["cubeproof"]
    if not isinstance(section, dict):
        return {}, [_wrong("`tool.cubeproof`", "a table", None, shown)]
    return _checked(section, Places(Source(shown, text), () if own else ("tool", "cubeproof")))


def _checked(section: dict[str, Any], places: "Places") -> tuple[dict[str, Any], list[Diagnostic]]:
    values: dict[str, Any] = {}
    problems: list[Diagnostic] = []
    known = [key for key in EXPECTED if "." not in key]
    for key, value in section.items():
        if key not in known:
            problems.append(_unknown(key, nearest(key, known), places.of(key), places.source.path))
        elif key in _TABLES and isinstance(value, dict):
            values[key], more = _checked_table(key, value, places)
            problems += more
        elif not _fits(Configuration, key, value) or not _deeper(key, value):
            problems.append(_wrong(f"`{key}`", EXPECTED[key], places.of(key), places.source.path))
        else:
            values[key] = value
    return values, problems


_TABLES: Final[Mapping[str, type[msgspec.Struct]]] = {"limits": ModelLimits, "token": TokenRules}


def _checked_table(
    table: str, section: dict[str, Any], places: "Places"
) -> tuple[dict[str, Any], list[Diagnostic]]:
    values: dict[str, Any] = {}
    problems: list[Diagnostic] = []
    known = [key.partition(".")[2] for key in EXPECTED if key.startswith(f"{table}.")]
    for key, value in section.items():
        place, name = places.of(table, key), f"{table}.{key}"
        if key not in known:
            problems.append(_unknown(name, nearest(key, known), place, places.source.path))
        elif not _fits(_TABLES[table], key, value):
            problems.append(_wrong(f"`{name}`", EXPECTED[name], place, places.source.path))
        else:
            values[key] = value
    return values, problems


def _fits(table: type[msgspec.Struct], key: str, value: object) -> bool:
    field = next(f for f in msgspec.structs.fields(table) if f.encode_name == key)
    if isinstance(value, float) and value != value:
        return False
    try:
        msgspec.convert(value, field.type)
    except msgspec.ValidationError:
        return False
    return True


def _deeper(key: str, value: object) -> bool:
    """Check what the type alone does not say."""
    match key, value:
        case "lint", dict():
            return all(_lint_fits(rule, setting) for rule, setting in value.items())
        case "compile-context", dict():
            return _plain(value)
        case "dialect", str():
            return value != ""
        case _:
            return True


def _lint_fits(rule: str, setting: object) -> bool:
    if rule == "ignore":
        return isinstance(setting, list) and all(isinstance(item, str) for item in setting)
    return setting in ("error", "warning", "info", "off")


def _plain(value: object) -> bool:
    match value:
        case dict():
            return all(_plain(item) for item in value.values())
        case list():
            return all(_plain(item) for item in value)
        case float():
            return abs(value) != float("inf") and value == value
        case _:
            return isinstance(value, str | int)


def _has_section(file: str) -> bool:
    """Look for the section; TOML, costly to import, is read only where a table or a key has our name."""
    try:
        with open(file, encoding="utf-8-sig") as opened:
            text = opened.read()
    except (OSError, UnicodeDecodeError):
        return False
    if not re.search(r"""(?m)^\s*(?:\[[^\]\n]*\bcubeproof\b|[\w.\s"'-]*\bcubeproof\b[\w.\s"'-]*=)""", text):
        return False
    import tomllib

    try:
        tool = tomllib.loads(text).get("tool")
    except tomllib.TOMLDecodeError:
        return "[tool.cubeproof" in text
    return isinstance(tool, dict) and "cubeproof" in tool


def _unknown(name: str, meant: str | None, span: Span | None, path: str) -> Diagnostic:
    what = "environment variable" if name.startswith("CUBEPROOF_") else "configuration key"
    return Diagnostic(
        code="E610",
        message=f"unknown {what} `{name}`",
        span=span,
        label="unknown key" if span else None,
        path=None if span else path,
        help=f"did you mean `{meant}`?" if meant else None,
    )


def _wrong(what: str, expected: str, span: Span | None, path: str) -> Diagnostic:
    return Diagnostic(
        code="E611", message=f"{what} must be {expected}", span=span, path=None if span else path
    )
