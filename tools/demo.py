"""What a visitor sees first: one model, three callers, and what each of them gets.

Run by `make demo`, on an embedded database in memory. Fits a terminal of 50 lines.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from rich.console import Console, Group
from rich.syntax import Syntax
from rich.text import Text

import cubeproof
from cubeproof import engines
from cubeproof.harness import table
from cubeproof.harness.session import cells

SCHEMA = Path(__file__).resolve().parent.parent / "schema"
QUERY = {"measures": ["Orders.count"]}
Semantics = Literal["cube", "strict"]


def main() -> None:
    """Print the whole demonstration."""
    console = Console(highlight=False, soft_wrap=True)
    model = cubeproof.load_model(str(SCHEMA / "Orders.js"))
    rows = (SCHEMA / "sample.sql").read_text(encoding="utf-8")
    with engines.connect("duckdb:///:memory:", data=rows) as engine:
        console.print(
            Text("One model, in schema/Orders.js: callers see the orders that are theirs", style="bold")
        )
        console.print(guard_line())
        console.print(Text(f'\nOne question: {{"measures": ["{QUERY["measures"][0]}"]}}', style="bold"))
        for title, claims in (
            ("user 42", {"u": {"id": 42}}),
            ("user 7", {"u": {"id": 7}}),
            ("a token without id", {"u": {}}),
        ):
            console.print(Group(*answer(engine, model, title, claims, "cube")))
        console.print(
            Group(*answer(engine, model, "a token without id, --semantics strict", {"u": {}}, "strict"))
        )
    console.print(Text("\nWho sees what of the whole sample model, in schema/shop.access.yaml", style="bold"))
    for line in table.lines(
        table.merged(cells(str(SCHEMA / "shop.access.yaml"), str(SCHEMA.parent)).access())
    ):
        console.print(Text(f"  {line}".rstrip(), style="bold red" if " ALL" in line else ""))


def guard_line() -> Group:
    """The model's line with the guard, numbered and underlined."""
    lines = (SCHEMA / "Orders.js").read_text(encoding="utf-8").splitlines()
    number, line = next((at, line) for at, line in enumerate(lines, 1) if "USER_CONTEXT" in line)
    line = line.strip()
    start = line.index("${")
    code = Syntax(line, "javascript", theme="ansi_dark", background_color="default").highlight(line)
    code.rstrip()
    marks = Text(" " * (start + 2) + "^" * (line.rindex("}") - start + 1), style="yellow")
    return Group(Text.assemble((f"{number} ", "dim"), code), marks)


def answer(
    engine: engines.Engine,
    model: cubeproof.Model,
    title: str,
    claims: dict[str, object],
    semantics: Semantics,
) -> Iterator[Text]:
    """A caller's statement with its values shown in place, its rows, and what is wrong with it."""
    yield Text.assemble("\n", (title, "bold cyan"), (f"  {claims}".replace("'", '"'), "dim"))
    try:
        statement = cubeproof.compile_query(model, QUERY, claims, dialect=engine.dialect, semantics=semantics)
    except cubeproof.CompileError as error:
        for diagnostic in error.diagnostics:
            yield Text(f"  refused: {diagnostic.code} {diagnostic.message}", style="bold green")
        return
    shown = statement.inline().rstrip()
    sql = Syntax(shown, "sql", theme="ansi_dark", background_color="default").highlight(shown)
    sql.rstrip()
    for line in sql.split():
        yield Text.assemble("  ", line)
    result = engine.run(statement.sql, statement.params)
    for row in result.rows:
        for name, value in zip(result.columns, row, strict=True):
            yield Text.assemble("  → ", (f"{name} = {engines.plain(value)}", "bold"))
    for guard in statement.guards:
        if guard.state == "open":
            yield Text(
                f"  ! all rows: no claim `{guard.claim}`, so the guard on `{guard.on}` is open, as it is in Cube",
                style="bold red",
            )


if __name__ == "__main__":
    main()
