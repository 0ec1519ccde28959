"""`cubeproof compile`: the SQL of a query for one caller; with `--batch`, of many for many."""

from typing import TYPE_CHECKING, Any

import click

from cubeproof.cli import answers, callers, console, models, options, queries
from cubeproof.cli.boundary import WRONG_INPUT
from cubeproof.cli.settings import Settings, settings
from cubeproof.diagnostics import CompileError, Diagnostic, has_errors

if TYPE_CHECKING:
    from cubeproof.bind import Statement
    from cubeproof.pipeline import Compiled
    from cubeproof.request.query import Request


@click.command(
    name="compile",
    epilog=options.examples(
        'cubeproof compile schema/Orders.js -q \'{"measures": ["Orders.count"]}\' -c \'{"id": 42}\'',
        'cubeproof compile -q query.json -t "$TOKEN" --semantics strict',
        "cubeproof compile -q query.json -c caller.json -d postgres -d duckdb --format json",
        "cubeproof compile --batch < requests.jsonl > answers.jsonl",
    ),
)
@options.model
@options.query
@options.caller
@click.option("-d", "--dialect", "dialects", metavar="NAME", multiple=True, help="SQL dialect; may repeat.")
@options.meaning
@click.option(
    "--inline", is_flag=True, help="Show values in place of placeholders: for reading, not for running."
)
@click.option("--pretty", is_flag=True, help="Lay the whole text out anew, the model's own SQL too.")
@click.option("--explain", is_flag=True, help="Print the plan in place of the SQL.")
@click.option("--format", "format_", type=click.Choice(["sql", "json"]), default="sql", show_default=True)
@click.option(
    "--batch", is_flag=True, help="Read requests as JSON lines from stdin, answer each with a line."
)
def command(**given: Any) -> None:
    """Print the SQL of a query for one caller.

    stdout has the SQL alone; parameters, and warnings where a guard opens, are on stderr.
    """
    chosen = settings(given)
    if given["batch"]:
        from cubeproof.cli.batch import run

        run(chosen)
        return
    try:
        code = _compile(chosen, as_json=given["format_"] == "json")
    except CompileError as refused:
        if given["format_"] == "json":
            error = answers.error_data(refused.diagnostics)
            console.out(answers.line({"schema_version": answers.SCHEMA_VERSION, **error}))
        raise
    raise console.Stop(code)


def _compile(chosen: Settings, *, as_json: bool) -> int:
    _ = chosen.dialects  # an unknown one is said before anything is read
    caller = callers.caller(chosen)
    requests = queries.requests(chosen)
    compiled = models.compiled(chosen, caller)
    console.report(compiled.diagnostics)
    if chosen.given["explain"]:
        return _explain(chosen, compiled.value, requests, caller, as_json=as_json)
    found = list(queries.answers(chosen, compiled.value, requests, caller.context))
    several = len(found) > 1
    for answer in found:
        console.report(answer.diagnostics)
        if as_json:
            console.out(
                answers.line(_data(chosen, compiled.value, answer, compiled.diagnostics, several=several))
            )
        elif answer.statement is not None:
            _show(chosen, answer.asked, answer.statement, several=several)
    return WRONG_INPUT if any(answer.statement is None for answer in found) else 0


def _show(chosen: Settings, asked: queries.Asked, statement: "Statement", *, several: bool) -> None:
    """Write a statement; of several, each with a head and an end."""
    text = _shown(chosen, statement)
    console.out(f"-- {title(asked)}\n{text};\n" if several else text)
    if statement.params and not chosen.given["inline"]:
        console.note(f"parameters: {answers.line(list(statement.params))}")


def _shown(chosen: Settings, statement: "Statement") -> str:
    """The text of a statement, as the display options want it."""
    text = statement.inline() if chosen.given["inline"] else statement.sql
    if chosen.given["pretty"]:
        from cubeproof.emit import dialect, pretty

        text = pretty(text, dialect(statement.dialect))
    return text


def title(asked: queries.Asked) -> str:
    """Which of several statements this is."""
    parts = [f"query {asked.query_index}"]
    if asked.request.range_index is not None:
        parts.append(f"range {asked.request.range_index}")
    if asked.request.query.total:
        parts.append("total")
    return ", ".join([*parts, asked.dialect])


def _data(
    chosen: Settings,
    compiled: "Compiled",
    answer: queries.Answer,
    diagnostics: tuple[Diagnostic, ...],
    *,
    several: bool,
) -> dict[str, Any]:
    index = queries.place(answer.asked) if several else {}
    if answer.statement is None:
        error = answers.error_data((*diagnostics, *answer.diagnostics))
        return {"schema_version": answers.SCHEMA_VERSION, **index, "dialect": answer.asked.dialect, **error}
    text = _shown(chosen, answer.statement)
    return {
        **answers.statement_data(answer.statement, sql=text, diagnostics=diagnostics),
        **index,
    }


def _explain(
    chosen: Settings,
    compiled: "Compiled",
    requests: "tuple[Request, ...]",
    caller: callers.Caller,
    *,
    as_json: bool,
) -> int:
    from cubeproof.pipeline import explain_request

    code = 0
    for index, request in enumerate(requests):
        plan = explain_request(
            compiled,
            request,
            caller.context,
            semantics=chosen.semantics,
            aliases=chosen.aliases,
            groups_claim=chosen.configuration.groups_claim,
            respect_visibility=chosen.respect_visibility,
        )
        console.report(plan.diagnostics)
        if has_errors(plan.diagnostics):
            code = WRONG_INPUT
        if as_json:
            error = (
                answers.error_data(plan.diagnostics) if has_errors(plan.diagnostics) else {"plan": plan.value}
            )
            console.out(
                answers.line({"schema_version": answers.SCHEMA_VERSION, "query_index": index, **error})
            )
        elif plan.value:
            console.out(plan.value)
    return code
