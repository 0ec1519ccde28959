"""What goes into an evaluation and what comes out. Holds data; knows nothing of how files are found or read."""

from collections.abc import Mapping
from typing import Literal, TypeAlias, Union

import msgspec

from cubeproof.diagnostics import Diagnostic
from cubeproof.evaluate.context import CompileContext
from cubeproof.evaluate.limits import Limits
from cubeproof.evaluate.values import Object
from cubeproof.parse import ast
from cubeproof.source import Span

Json: TypeAlias = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
"""A JSON value as decoded."""


class Project(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A model as read: its files, what they import, and how each import resolves."""

    files: tuple[ast.File, ...]
    """Model files, sorted by path; each is evaluated once, in this order unless imported earlier."""
    modules: Mapping[str, ast.File | Json] = {}
    """Files outside the model that it imports: helpers (CommonJS) and JSON values, by key."""
    resolutions: Mapping[tuple[str, str], str] = {}
    """(path of the importing file, specifier as written) to the path of a model file or the key of a module."""
    unresolved: Mapping[tuple[str, str], Diagnostic] = {}
    """The same for imports that cannot be had: why, without a place. Reported where the import is executed."""
    stand_ins: frozenset[str] = frozenset()
    """Keys of JSON modules that stand in for code: `"name()": value` in one is a function that gives the value."""


class Environment(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What a model can see of the outside: nothing but this."""

    compile_context: CompileContext | None = None
    """`COMPILE_CONTEXT`; without one, a model that reads it gets a diagnostic."""
    env: Mapping[str, str] = {}
    """`process.env`; never the real one."""
    limits: Limits = Limits()


class Declaration(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """`cube('Orders', {…})`, `view(…)`, `context(…)` as executed.

    Slots of the body carry the places of keys and values; properties that refer (`sql`, `extends`,
    `drillMembers` …; `evaluate/laziness.py`) are `Lazy`. The body is a finite tree of bounded depth.
    """

    kind: Literal["cube", "view", "context", "view_group", "viewGroup"]
    name: str
    literal_name: bool
    """The name was typed as a plain literal: only then are the cube's own members known by their bare names."""
    body: Object
    span: Span
    """The whole call."""
    name_span: Span
    file: str
    """Path of the file the call stands in, as shown to people."""
