"""Dialects and templates become `compiled.py`, ahead of time: what the package ships is generated from its own sources.

Run by `tools/generate_templates.py`; nothing imports it to compile a query. Knows the files, and what must be in them.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cubeproof.emit.environment import TemplateError, translate

HERE = Path(__file__).parent
TARGET = HERE / "compiled.py"
BASE = "base"

PIECES = {
    "select": ("bindings", "columns", "source", "where", "keys", "having", "order", "limit", "offset"),
    "source": ("relation", "alias", "is_table"),
    "named": ("relation", "alias"),
    "series": ("start", "end", "count", "unit"),
    "merged": ("inputs",),
    "shared": ("alias",),
    "join": ("left", "right", "on"),
    "filter": ("source", "condition"),
    "aggregate": ("columns", "source", "keys"),
    "project": ("columns", "source"),
    "sort": ("source", "order"),
    "limit": ("source", "limit", "offset"),
}
"""The pieces that each template lays out: one template a kind of relation."""

_HEAD = '''"""Generated from `dialects/`, `templates/` and `reserved.toml` by `tools/generate_templates.py`."""

# ruff: noqa
# fmt: off
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cubeproof.emit.registry import Dialect, Function, Template

'''


def generate() -> str:
    """The text of `compiled.py`; raises `TemplateError` where a source is wrong."""
    paths = sorted((HERE / "dialects").glob("*.toml"))
    files = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in paths}
    base = files[BASE]
    writer = _Writer()
    lines: list[str] = []
    for name in (BASE, *(name for name in files if name != BASE)):
        lines += _tables(name, files, writer)
    rendered = [f"{name!r}: {_facts(_chain(name, files))!r}" for name in files if name != BASE]
    words = tomllib.loads((HERE / "reserved.toml").read_text("utf-8"))["words"].split()
    names = ", ".join(f"{name!r}: _functions_{name}" for name in files if name != BASE)
    templates = ", ".join(f"{name!r}: _templates_{name}" for name in files if name != BASE)
    return "\n".join(
        (
            _HEAD + "\n".join(writer.functions),
            *lines,
            f"FUNCTIONS: Mapping[str, Mapping[str, Function]] = {{{names}}}",
            f"TEMPLATES: Mapping[str, Mapping[str, Template]] = {{{templates}}}",
            "DIALECTS: Mapping[str, Mapping[str, Any]] = {",
            *(f"    {line}," for line in rendered),
            "}",
            f"ARGUMENTS: Mapping[str, tuple[str, ...]] = {_arguments(base)!r}",
            f"ADVICE: Mapping[str, str] = {base['advice']!r}",
            f"RESERVED = frozenset({' '.join(sorted(set(words)))!r}.split())",
            "",
        )
    )


class _Writer:
    """Writes each template once, as a function with a number."""

    def __init__(self) -> None:
        self.functions: list[str] = []
        self.known: dict[str, str] = {}

    def add(self, where: str, source: str, arguments: tuple[str, ...]) -> str:
        expression = translate(where, source, arguments)
        if expression not in self.known:
            name = self.known[expression] = f"_t{len(self.known)}"
            self.functions.append(
                f"def {name}(a: Mapping[str, Any], d: Dialect) -> str:\n    return {expression}\n"
            )
        return self.known[expression]


def _chain(name: str, files: Mapping[str, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """A dialect's file and those that it extends, the furthest first."""
    chain: list[Mapping[str, Any]] = []
    at: str | None = name
    while at is not None:
        if at not in files or files[at] in chain:
            raise TemplateError(f"{name}.toml: `extends` leads to `{at}`, which is no other dialect")
        chain.insert(0, files[at])
        at = files[at].get("extends")
    return chain


def _facts(chain: list[Mapping[str, Any]]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for file in chain:
        unknown = set(file.get("text", {})) - set(facts or file["text"])
        if unknown:
            raise TemplateError(f"unknown keys: {', '.join(sorted(unknown))}")
        facts |= file.get("text", {})
    return facts


def _arguments(base: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(name.removesuffix("*") for name in names) for key, names in base["arguments"].items()}


def _tables(name: str, files: Mapping[str, Mapping[str, Any]], writer: _Writer) -> Iterator[str]:
    """The functions and templates of one dialect, on top of those that it extends."""
    file, base = files[name], files[BASE]
    parent = file.get("extends")
    arguments = _arguments(base)
    functions = [f"**_functions_{parent}"] if parent else []
    for key, value in file.get("functions", {}).items():
        if key not in arguments:
            raise TemplateError(f"{name}.toml: unknown function `{key}`")
        where = f"{name}.toml, {key}"
        if value is False:
            functions.append(f"{key!r}: False")
        elif isinstance(value, dict):
            made = (f"{word!r}: {writer.add(where, line, arguments[key])}" for word, line in value.items())
            functions.append(f"{key!r}: {{{', '.join(made)}}}")
        else:
            functions.append(f"{key!r}: {writer.add(where, value, arguments[key])}")
    yield f"_functions_{name}: dict[str, Function] = {{{', '.join(functions)}}}"
    templates = [f"**_templates_{parent}"] if parent else []
    for path in sorted((HERE / "templates" / name).glob("*.sql.jinja")):
        key = path.name.removesuffix(".sql.jinja")
        if key not in PIECES:
            raise TemplateError(f"{name}/{path.name}: there is no relation of that kind")
        templates.append(
            f"{key!r}: {writer.add(f'{name}/{path.name}', path.read_text('utf-8'), PIECES[key])}"
        )
    yield f"_templates_{name}: dict[str, Template] = {{{', '.join(templates)}}}"
