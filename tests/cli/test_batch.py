"""`compile --batch`: a line in, a line out, in order, whatever is wrong with one of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import ORDERS, SECRET, Run

from cubeproof import pipeline

QUERY = {"measures": ["Orders.count"]}
FILES = {"Orders.js": ORDERS}


def batch(run: Run, *lines: Any, code: int = 0, **more: Any) -> list[dict[str, Any]]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    outcome = run("compile", "--batch", stdin=text + "\n", **more)
    assert code == outcome.code, outcome.err
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_a_request_with_files_and_context_is_answered(run: Run) -> None:
    (answer,) = batch(
        run, {"id": 1, "files": FILES, "query": QUERY, "context": {"id": 42}, "dialect": "duckdb"}
    )
    assert (1, "duckdb", [42], "Orders.js") == (
        answer["id"], answer["dialect"], answer["params"], answer["guards"][0]["file"],
    )  # fmt: skip
    assert "user_id = $1" in answer["sql"]


def test_answers_come_in_order_and_a_bad_line_does_not_stop_the_rest(run: Run) -> None:
    good = {"files": FILES, "query": QUERY, "context": {"id": 42}}
    answers = batch(
        run,
        {"id": "a", **good},
        "{broken",
        {"id": "b", **good, "query": {"measures": ["Orders.cuont"]}},
        "",
        {"id": "c", **good},
        code=1,
    )
    assert ["a", None, "b", "c"] == [answer.get("id") for answer in answers]
    assert [None, "E300", "E351", None] == [answer.get("error", {}).get("code") for answer in answers]
    assert answers[2]["error"]["code"] == answers[2]["errors"][0]["code"]


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (("E640", None), []),
        (("E640", None), 42),
        (("E640", "query"), {"files": FILES}),
        (("E641", "qery"), {"files": FILES, "query": QUERY, "qery": 1}),
        (("E640", "files"), {"files": [], "query": QUERY}),
        (("E640", "files"), {"files": {"a.js": 1}, "query": QUERY}),
        (("E640", "context"), {"files": FILES, "query": QUERY, "context": "x"}),
        (("E640", "token"), {"files": FILES, "query": QUERY, "context": {}, "token": "x"}),
        (("E640", "model"), {"files": FILES, "query": QUERY, "model": "x"}),
        (("E640", "semantics"), {"files": FILES, "query": QUERY, "semantics": "open"}),
        (("E640", "env"), {"files": FILES, "query": QUERY, "env": {"A": 1}}),
        (("E622", None), {"files": FILES, "query": QUERY, "now": "soon"}),
        (("E500", None), {"files": FILES, "query": QUERY, "dialect": "oracle"}),
        (("E410", None), {"files": FILES, "query": QUERY, "token": "x"}),
        (("E603", None), {"model": "nowhere", "query": QUERY}),
        (("E605", None), {"files": {}, "query": QUERY}),
    ],
)
def test_what_is_wrong_with_a_line_is_its_answer(
    expected: tuple[str, str | None], line: Any, run: Run
) -> None:
    (answer,) = batch(run, line, code=1, CUBEJS_API_SECRET=SECRET)
    assert expected[0] == answer["error"]["code"]
    if expected[1]:
        assert (expected[1], None) == (answer["error"]["path"], answer["error"]["file"])


def test_a_guard_that_refuses_is_an_error_with_its_place(run: Run) -> None:
    (answer,) = batch(run, {"files": FILES, "query": QUERY, "semantics": "strict"}, code=1)
    error = answer["error"]
    assert ("E451", "Orders.js", 2, 43) == (error["code"], error["file"], error["line"], error["column"])


def test_several_statements_stand_in_one_answer(run: Run) -> None:
    (answer,) = batch(
        run, {"id": 1, "files": FILES, "query": [QUERY, QUERY], "dialects": ["postgres", "sqlite"]}
    )
    found = [(s["query_index"], s["dialect"]) for s in answer["statements"]]
    assert [(0, "postgres"), (0, "sqlite"), (1, "postgres"), (1, "sqlite")] == found


def test_one_refused_statement_of_several_makes_the_exit_code_1(run: Run) -> None:
    (answer,) = batch(run, {"files": FILES, "query": [QUERY, {"measures": ["Orders.x"]}]}, code=1)
    assert [False, True] == ["error" in statement for statement in answer["statements"]]


def test_a_model_may_be_a_path(run: Run, model: Path) -> None:
    by_path, by_default = batch(run, {"model": "schema", "query": QUERY}, {"query": QUERY})
    assert by_path == by_default
    assert "schema/Orders.js" == by_path["guards"][0]["file"]


def test_a_token_is_verified_at_the_time_of_its_line(run: Run) -> None:
    token = run("token", "-s", SECRET, "-p", "id=42", "-e", "1h", "--now", "2020-01-01T00:00:00Z").out.strip()
    line = {"files": FILES, "query": QUERY, "token": token}
    then, late = batch(run, {**line, "now": "2020-01-01T00:30:00Z"}, line, code=1, CUBEJS_API_SECRET=SECRET)
    assert ([42], "E414") == (then["params"], late["error"]["code"])


def test_lines_do_not_inherit_from_each_other(run: Run) -> None:
    strict, plain = batch(
        run,
        {
            "files": FILES,
            "query": QUERY,
            "semantics": "strict",
            "context": {"id": 1},
            "aliases": "underscored",
        },
        {"files": FILES, "query": QUERY},
    )
    assert ("strict", "cube") == (strict["semantics"], plain["semantics"])
    assert ([1], []) == (strict["params"], plain["params"])
    assert ("orders__count", "orders.count") == (strict["columns"][0]["alias"], plain["columns"][0]["alias"])


def test_equal_files_are_compiled_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    genuine = pipeline.compile_model

    def counted(*arguments: Any, **named: Any) -> Any:
        seen.append(arguments)
        return genuine(*arguments, **named)

    monkeypatch.setattr(pipeline, "compile_model", counted)
    line = {"files": FILES, "query": QUERY}
    other = {"files": {"Orders.js": ORDERS + "\n"}, "query": QUERY}
    batch(run, *[{**line, "context": {"id": n}} for n in range(1, 6)], other, line)
    assert 2 == len(seen)


def test_compile_contexts_are_never_shared(run: Run) -> None:
    files = {"Orders.js": ORDERS.replace("public.orders", "${COMPILE_CONTEXT.securityContext.tenant}.orders")}
    line = {"files": files, "query": QUERY}
    a, b, fixed = batch(
        run,
        {**line, "context": {"tenant": "a", "id": 1}},
        {**line, "context": {"tenant": "b", "id": 1}},
        {**line, "context": {"tenant": "b", "id": 1}, "compileContext": {"securityContext": {"tenant": "c"}}},
    )
    assert [True, True, True] == [
        f"FROM {t}.orders" in x["sql"] for t, x in (("a", a), ("b", b), ("c", fixed))
    ]


def test_environments_are_never_shared(run: Run) -> None:
    files = {"Orders.js": ORDERS.replace("public.orders", "${process.env.S || 'none'}.orders")}
    line = {"files": files, "query": QUERY}
    found = batch(run, {**line, "env": {"S": "a"}}, line, {**line, "env": {"S": "b"}})
    assert [True, True, True] == [
        f"FROM {s}.orders" in x["sql"] for s, x in zip(("a", "none", "b"), found, strict=True)
    ]


def test_a_duplicate_key_of_a_line_is_an_error(run: Run) -> None:
    (answer,) = batch(run, '{"query": {}, "query": {}}', code=1)
    assert "E301" == answer["error"]["code"]


def test_an_empty_batch_is_clean(run: Run) -> None:
    assert (0, "", "") == run("compile", "--batch", stdin="")


@pytest.mark.parametrize(
    "option", [["-q", "{}"], ["--inline"], ["--pretty"], ["--explain"], ["-d", "sqlite"]]
)
def test_options_that_would_be_ignored_are_refused(option: list[str], run: Run) -> None:
    outcome = run("compile", "--batch", *option)
    assert (2, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith("E620 `--batch` takes requests from stdin alone")


def test_the_command_lines_compile_context_holds_for_lines_without_one(run: Run) -> None:
    files = {"Orders.js": ORDERS.replace("public.orders", "${COMPILE_CONTEXT.s}.orders")}
    line = {"files": files, "query": QUERY, "context": {"id": 1}}
    text = "\n".join(map(json.dumps, [line, {**line, "compileContext": {"s": "b"}}]))
    outcome = run("compile", "--batch", "--compile-context", '{"s": "a"}', stdin=text)
    found = [json.loads(answer)["sql"] for answer in outcome.out.splitlines()]
    assert [True, True] == ["FROM a.orders" in found[0], "FROM b.orders" in found[1]]


def test_a_line_without_a_caller_says_that_compile_context_is_empty(run: Run) -> None:
    files = {"Orders.js": ORDERS.replace("public.orders", "${COMPILE_CONTEXT.s || 'x'}.orders")}
    (answer,) = batch(run, {"files": files, "query": QUERY})
    assert "E631" in [d["code"] for d in answer["diagnostics"]]


def test_warnings_stand_in_the_answer(run: Run) -> None:
    token = run("token", "-s", "weak", "--allow-weak-secret", "-p", "id=42").out.strip()
    (answer,) = batch(run, {"files": FILES, "query": QUERY, "token": token}, CUBEJS_API_SECRET="weak")
    assert ["E427"] == [d["code"] for d in answer["diagnostics"]]


def test_an_error_of_our_own_is_the_answer_of_its_line_only(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = pipeline.compile_request

    def broken(compiled: Any, request: Any, context: Any, **more: Any) -> Any:
        if context.claims.get("id") == 13:
            raise ZeroDivisionError("s3cret")
        return genuine(compiled, request, context, **more)

    monkeypatch.setattr(pipeline, "compile_request", broken)
    line = {"files": FILES, "query": QUERY}
    first, second = batch(run, {**line, "context": {"id": 13}}, {**line, "context": {"id": 1}}, code=1)
    assert ("E900", [1]) == (first["error"]["code"], second["params"])
    assert "s3cret" not in json.dumps(first)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": 7, "query": {}, "context": {"id": 1000000000000000000000000000000}}',
        '{"id": 7, "query": {}, "query": {}}',
        '{"id": 7, "nonsense": 1}',
    ],
)
def test_a_line_that_is_refused_keeps_its_id(line: str, run: Run) -> None:
    (answer,) = batch(run, line, code=1)
    assert 7 == answer["id"]
    assert "error" in answer
