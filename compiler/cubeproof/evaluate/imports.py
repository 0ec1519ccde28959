"""What a file imports, and what kind of thing a specifier names. Touches no disk.

Source: Cube looks `./x` up from the root of the model, not from the importing file; a helper outside of the model
is loaded by Node, from the helper's own folder.
"""

import re
from typing import Final

import msgspec

from cubeproof.diagnostics import Diagnostic
from cubeproof.parse import ast

EXTENSIONS: Final = ("", ".js", ".json")
"""What is tried after a specifier, in order; without an extension only a `.js` or `.json` file counts."""
MODULE_SUFFIXES: Final = (".js", ".json")

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def specifiers(file: ast.File) -> tuple[str, ...]:
    """The names that a file imports or requires, each once, in no particular order of execution."""
    found: dict[str, None] = {}
    todo: list[ast.Node] = list(file.body)
    while todo:
        node = todo.pop()
        match node:
            case ast.Name() | ast.Text() | ast.Number() | ast.Boolean() | ast.Null() | ast.Chunk():
                continue
            case ast.Import(module=module):
                found[module.value] = None
                continue
            case ast.Export(module=ast.Text(value=name)):
                found[name] = None
            case ast.Call(callee=ast.Name(id="require"), arguments=(argument, *_)):
                if (literal := _literal(argument)) is not None:
                    found[literal] = None
            case _:
                pass
        for field in msgspec.structs.astuple(node):
            if isinstance(field, ast.Node):
                todo.append(field)
            elif isinstance(field, tuple):
                todo.extend(item for item in field if isinstance(item, ast.Node))
    return tuple(found)


def _literal(node: ast.Expression | ast.Spread) -> str | None:
    if isinstance(node, ast.Text):
        return node.value
    if isinstance(node, ast.Template):
        chunks = [part.value for part in node.parts if isinstance(part, ast.Chunk)]
        return "".join(chunks) if len(chunks) == len(node.parts) else None
    return None


def refused(specifier: str) -> Diagnostic | None:
    """Why a specifier can never be imported, whatever files there are; None for `./x` and `../x`."""
    shown = f"`{specifier[:80]}`"
    if specifier == "Reflection":
        return Diagnostic(
            code="E209", message="the built-in module `Reflection` is not supported: what it refers to shows only while it runs",
            help="name the members, `${CUBE.a}`, or take them as parameters, `(a, b) => …`",
        )  # fmt: skip
    if specifier.startswith(("./", "../")) and "\\" not in specifier and "\0" not in specifier:
        return None
    if specifier.startswith(("/", "\\")) or re.match(r"[A-Za-z]:[\\/]|file:", specifier):
        return Diagnostic(
            code="E231", message=f"{shown} is an absolute path: a model imports files of its own project only",
            help="write it relative to the root of the model, as `./name` or `../name`",
        )  # fmt: skip
    what = "an address on the network" if _URL.match(specifier) else "a package"
    if specifier.startswith("."):
        what = "no name of a file"
    return Diagnostic(
        code="E232", message=f"{shown} is {what}: a model imports files of its own project only",
        help="copy what is needed into a file of the project, or name a `.json` file that stands in for it, in "
        "`[tool.cubeproof.modules]`",
    )  # fmt: skip


def missing(specifier: str) -> Diagnostic:
    """The refusal of a file that is not there."""
    return Diagnostic(
        code="E230", message=f"`{specifier[:80]}` is not found",
        help="`./name` and `../name` start at the root of the model, not at the importing file; "
        "`.js` and `.json` files can be imported",
    )  # fmt: skip


def unread(specifier: str) -> Diagnostic:
    """The refusal of a module whose stand-in could not be read, which has been said."""
    return Diagnostic(
        code="E230", message=f"`{specifier[:80]}` has no value: the JSON file that stands in for it was not read",
        help="`modules` in the configuration names the file",
    )  # fmt: skip


def leaves(specifier: str) -> Diagnostic:
    """The refusal of a file outside of the project."""
    return Diagnostic(
        code="E231", message=f"`{specifier[:80]}` leaves the project",
        help="a project begins at the nearest folder above with `package.json`, `pyproject.toml` or `.git`: "
        "move the file below it",
    )  # fmt: skip
