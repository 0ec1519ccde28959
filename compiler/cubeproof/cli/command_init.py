"""`cubeproof init`: a new model folder. Creates files, adds sections; never overwrites anything."""

import os
from typing import Final

import click

from cubeproof.cli import console, options
from cubeproof.diagnostics import CompileError, Diagnostic

CUBE: Final = """\
cube(`Orders`, {
  sql: `SELECT * FROM public.orders WHERE ${USER_CONTEXT.id.filter('user_id')}`,

  measures: {
    count: {
      type: `count`
    }
  }
});
"""
SCENARIO: Final = """\
# Who sees what: run by `cubeproof test`; `cubeproof test --update` writes the snapshots.
suite: orders
model: .
dialects: [postgres]
tokens:
  alice:     {u: {id: 42}}
  anonymous: {}
queries:
  count: {measures: [Orders.count]}
claim-states: [absent, "null", zero, empty-list, injection]
expect:
  - {tokens: alice, snapshot: true, state: bound}
  # a filter is open without its claim: all rows, which must be stated; `requiredFilter` would refuse
  - {tokens: anonymous, snapshot: true, state: open}
  - {claim-states: [absent, "null", zero], state: open}
  - {claim-states: empty-list, state: closed}
  - {claim-states: injection, state: bound}
"""
SECTION: Final = """\
[tool.cubeproof]
model = ["schema"]
dialect = "postgres"
"""
SECRET: Final = "CUBEJS_API_SECRET"
NEXT: Final = """cubeproof compile -q '{"measures": ["Orders.count"]}' -c '{"id": 42}'"""


@click.command(
    name="init",
    epilog=options.examples(
        "cubeproof init",
        "cubeproof init analytics",
    ),
)
@click.argument("folder", metavar="[DIR]", default=".")
def command(folder: str) -> None:
    """Start a model in DIR (default: here): a cube with its scenario, a section of pyproject.toml, .env with a fresh secret.

    Nothing is ever overwritten: what is there stays as it is.
    """
    try:
        os.makedirs(os.path.join(folder, "schema"), exist_ok=True)
        steps = (
            *_model(folder),
            ("pyproject.toml", _section(folder)),
            (".gitignore", _ignored(folder)),
            (".env", _secret(folder)),
        )
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        problem = f"the folder `{folder}` cannot be written: {reason}"
        raise CompileError([Diagnostic(code="E625", message=problem)]) from None
    for name, done in steps:
        console.note(f"{done:>8}  {name}")
    place = "" if os.path.normpath(folder) == "." else f"cd {folder} && "
    console.note(f"next: {place}{NEXT}")


def _model(folder: str) -> list[tuple[str, str]]:
    """A cube and its scenario, where there is no model yet."""
    schema = os.path.join(folder, "schema")
    kept = any(name.endswith(".js") for name in os.listdir(schema))
    return [
        (f"schema/{name}", "kept" if kept else _created(os.path.join(schema, name), text))
        for name, text in (("Orders.js", CUBE), ("orders.access.yaml", SCENARIO))
        if not kept or name == "Orders.js"
    ]


def _section(folder: str) -> str:
    path = os.path.join(folder, "pyproject.toml")
    if os.path.exists(os.path.join(folder, "cubeproof.toml")):
        return "kept"
    if not os.path.exists(path):
        return _created(path, SECTION)
    if "cubeproof" in _content(path):
        return "kept"
    return _added(path, SECTION, gap="\n")


def _ignored(folder: str) -> str:
    path = os.path.join(folder, ".gitignore")
    if not os.path.exists(path):
        return _created(path, ".env\n")
    if ".env" in _content(path).split():
        return "kept"
    return _added(path, ".env\n")


def _secret(folder: str) -> str:
    """Write a secret that only its owner may read; git ignores the file by now."""
    import secrets

    path = os.path.join(folder, ".env")
    if os.path.exists(path):
        return "kept"
    return _created(path, f"{SECRET}={secrets.token_hex(64)}\n", mode=0o600)


def _created(path: str, text: str, mode: int = 0o666) -> str:
    # INVARIANT: O_EXCL: a file, or a link, that appeared in the meantime is not written to
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError:
        return "kept"
    with open(handle, "w", encoding="utf-8") as opened:
        opened.write(text)
    return "created"


def _content(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace") as opened:
        return opened.read()


def _added(path: str, text: str, gap: str = "") -> str:
    before = _content(path)
    start = "" if not before or before.endswith("\n") else "\n"
    with open(path, "a", encoding="utf-8") as opened:
        opened.write(f"{start}{gap}{text}")
    return "added to"
