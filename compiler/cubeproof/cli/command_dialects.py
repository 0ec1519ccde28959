"""`cubeproof dialects`: which SQL is written, and what each engine cannot do."""

from typing import Final

import click

from cubeproof.cli import answers, console, options

ASKED_FOR: Final = (
    "date_trunc", "convert_tz", "contains", "not_contains", "starts_with", "not_starts_with", "ends_with",
    "not_ends_with", "concat", "count", "count_distinct", "count_distinct_approx", "sum", "avg", "min", "max",
)  # fmt: skip
"""Functions that a model or a query asks for; the others are a dialect's own business."""


@click.command(
    name="dialects",
    epilog=options.examples(
        "cubeproof dialects",
        "cubeproof dialects --format json",
    ),
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(format_: str) -> None:
    """List the SQL dialects and what each can do."""
    from cubeproof.emit import dialect, names

    functions = {
        name: {key: dialect(name).functions[key] is not False for key in ASKED_FOR} for name in names()
    }
    if format_ == "json":
        found = [
            {"name": name, "placeholder": dialect(name).placeholder, "functions": able}
            for name, able in functions.items()
        ]
        console.out(answers.pretty({"schema_version": answers.SCHEMA_VERSION, "dialects": found}))
        return
    width = max(map(len, functions))
    for name, able in functions.items():
        lacking = ", ".join(key for key, there in able.items() if not there)
        console.out(f"{name.ljust(width)}  {f'all functions but {lacking}' if lacking else 'all functions'}")
