"""`cubeproof query`: compile a query and run it, read-only, on a real database."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

import click

from cubeproof.cli import answers, callers, console, inputs, models, options, queries
from cubeproof.cli.boundary import exit_code
from cubeproof.cli.progress import Progress
from cubeproof.cli.settings import Settings, settings
from cubeproof.diagnostics.render import printable

if TYPE_CHECKING:
    from cubeproof.engines import Engine, EngineError
    from cubeproof.pipeline import Compiled

TIMEOUT = 30.0


@click.command(
    name="query",
    epilog=options.examples(
        'cubeproof query -q \'{"measures": ["Orders.count"]}\' -c \'{"id": 42}\' \\',
        "    --database duckdb:///:memory: --data schema/sample.sql",
        'cubeproof query -q query.json -t "$TOKEN" --database sqlite:///shop.db --format csv',
    ),
)
@options.model
@options.query
@options.caller
@click.option(
    "--database",
    metavar="URL",
    help="duckdb:///FILE, duckdb:///:memory:, sqlite:///FILE or postgresql://…; "
    "with a password better in CUBEPROOF_DATABASE.",
)
@click.option("--data", metavar="SEED.sql", help="SQL that fills a database in memory first.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=TIMEOUT,
    show_default=True,
    help="Seconds that a statement may take.",
)
@options.meaning
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
def command(**given: Any) -> None:
    """Run a query for one caller and print the rows; the session is read-only."""
    chosen = settings(given)
    caller = callers.caller(chosen)
    requests = queries.requests(chosen)
    compiled = models.compiled(chosen, caller)
    console.report(compiled.diagnostics)
    from cubeproof.engines import EngineError

    try:
        with _connected(chosen) as engine:
            mine = Settings(chosen.configuration, chosen.folder, {**given, "dialects": (engine.dialect,)})
            _run(
                mine,
                engine,
                list(queries.answers(mine, compiled.value, requests, caller.context)),
                compiled.value,
            )
    except EngineError as error:
        _failed(error)


def _connected(chosen: Settings) -> "Engine":
    from cubeproof.engines import connect

    url = chosen.given["database"] or chosen.configuration.database
    if not url:
        raise click.UsageError("Missing option '--database', or CUBEPROOF_DATABASE in the environment")
    data = None
    if chosen.given["data"] is not None:
        data = inputs.text(inputs.file(chosen.given["data"], "--data", bounded=False), "the data")
    with Progress("opening the database"):
        return connect(url, data=data, timeout=chosen.given["timeout"])


def _run(chosen: Settings, engine: "Engine", found: list[queries.Answer], compiled: "Compiled") -> None:
    from cubeproof.engines import plain

    code = 0
    for answer in found:
        console.report(answer.diagnostics)
        if answer.statement is None:
            code = max(code, exit_code(answer.diagnostics) or 1)
            continue
        with Progress("running the query"):
            rows = engine.run(answer.statement.sql, answer.statement.params)
        plain_rows = [[plain(value) for value in row] for row in rows.rows]
        names = [column.alias for column in answer.statement.columns]
        match chosen.given["format_"]:
            case "json":
                data = answers.statement_data(answer.statement)
                values = [dict(zip(names, row, strict=True)) for row in plain_rows]
                index = queries.place(answer.asked) if len(found) > 1 else {}
                console.out(answers.line({**data, **index, "rows": values}))
            case "csv":
                console.out(_csv(names, plain_rows))
            case _:
                console.out(_table(names, plain_rows))
    if code:
        raise console.Stop(code)


def _csv(names: list[str], rows: list[list[Any]]) -> str:
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(value, null="") for value in row] for row in rows)
    return text.getvalue()


def _table(names: list[str], rows: list[list[Any]]) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="")
    for at, name in enumerate(names):
        numbers = _numeric([row[at] for row in rows])
        table.add_column(Text(printable(name)), justify="right" if numbers else "left", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(printable(_cell(value, null="NULL"))) for value in row))
    # INVARIANT: as wide as its content: rows in a file or a pipe are never cut to some terminal's width
    wide = Console(width=100_000, color_system=None, highlight=False, soft_wrap=True)
    with wide.capture() as captured:
        wide.print(table)
    lines = [line.rstrip() for line in captured.get().splitlines()]
    return "\n".join([*lines, f"({len(rows)} {'row' if len(rows) == 1 else 'rows'})"])


def _numeric(values: list[Any]) -> bool:
    present = [value for value in values if value is not None]
    return bool(present) and all(
        isinstance(v, int | float | Decimal) and not isinstance(v, bool) for v in present
    )


def _cell(value: Any, *, null: str) -> str:
    if value is None:
        return null
    if isinstance(value, str):
        return value
    return answers.line(value)


def _failed(error: "EngineError") -> NoReturn:
    """Say what the database said, and to which statement."""
    import msgspec

    first, *rest = error.message.splitlines() or [""]
    console.report([msgspec.structs.replace(error.diagnostic, message=first)])
    for line in rest:
        console.note(f"  {printable(line.expandtabs(4))}")
    if error.sql:
        console.note("\n".join(["the statement was:", *(printable(line) for line in error.sql.splitlines())]))
    raise console.Stop(exit_code([error.diagnostic])) from None
