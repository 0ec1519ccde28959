"""`cubeproof dialects`: which SQL is written, and what each engine cannot do."""

import click

from cubeproof.cli import answers, console, options


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

    found = []
    for name in names():
        about = dialect(name)
        functions = {key: function is not False for key, function in sorted(about.functions.items())}
        found.append({"name": name, "placeholder": about.placeholder, "functions": functions})
    if format_ == "json":
        console.out(answers.pretty({"schema_version": answers.SCHEMA_VERSION, "dialects": found}))
        return
    width = max(len(name) for name in names())
    for each in found:
        lacking = [key for key, able in each["functions"].items() if not able]  # type: ignore[attr-defined]
        text = f"all functions but {', '.join(lacking)}" if lacking else "all functions"
        console.out(f"{str(each['name']).ljust(width)}  {text}")
