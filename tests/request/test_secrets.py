import pytest

from cubeproof.request.secret import find_secret, read_dotenv


@pytest.mark.parametrize(
    ("explicit", "environment", "dotenv", "expected"),
    [
        ("a", {"CUBEJS_API_SECRET": "b"}, "CUBEJS_API_SECRET=c", "a"),
        (None, {"CUBEJS_API_SECRET": "b"}, "CUBEJS_API_SECRET=c", "b"),
        (None, {}, "CUBEJS_API_SECRET=c", "c"),
        ("", {"CUBEJS_API_SECRET": ""}, "CUBEJS_API_SECRET=c", "c"),
        (None, {}, "CUBEJS_API_SECRET=", None),
        (None, {}, "OTHER=c", None),
        (None, {}, None, None),
    ],
)
def test_the_nearest_secret_is_taken(
    explicit: str | None, environment: dict[str, str], dotenv: str | None, expected: str | None
) -> None:
    assert (expected, ()) == find_secret(explicit, environment, dotenv)


@pytest.mark.parametrize(
    ("mode", "codes"), [(0o600, []), (0o640, []), (0o644, ["E435"]), (0o604, ["E435"]), (None, [])]
)
def test_a_secret_that_everyone_may_read_is_a_warning(mode: int | None, codes: list[str]) -> None:
    secret, diagnostics = find_secret(None, {}, "CUBEJS_API_SECRET=hush", mode)
    assert ("hush", codes) == (secret, [d.code for d in diagnostics])
    assert all(d.severity == "warning" and "hush" not in d.message for d in diagnostics)


def test_a_file_that_was_not_needed_is_no_concern() -> None:
    assert ("a", ()) == find_secret("a", {}, "CUBEJS_API_SECRET=c\nnonsense", 0o644)
    assert ("a", ()) == find_secret("a", {}, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("K=v", "v"), ("K = v ", "v"), ("export K=v", "v"), ("  export  K=v", "v"), ("K=v # why", "v"), ("K=v#why", "v"),
        ("K='v # w'", "v # w"), ('K="v # w" # why', "v # w"), ("K=`a'b\"c`", "a'b\"c"), ("K=", ""), ("K=''", ""),
        ('K="a\\nb"', "a\nb"), ("K='a\\nb'", "a\\nb"), ('K="a\nb"', "a\nb"), ("K='it\\'s'", "it\\'s"), ("K=a=b", "a=b"),
        ("\ufeffK=v\r\nL=w", "v"), ("K=v\nK=w", "w"), ('K="v', '"v'), ("# K=x\n\nK=v", "v"), ("K=\nL=w", ""),
        ("K=a b", "a b"), ('K="a"b', '"a"b'),
    ],
)  # fmt: skip
def test_a_dotenv_file_is_read_as_node_reads_it(text: str, value: str) -> None:
    variables, diagnostics = read_dotenv(text)
    assert (value, ()) == (variables["K"], diagnostics)


def test_a_quoted_value_may_span_lines_and_others_follow() -> None:
    assert {"A": "1\n2=3\n", "B": "4"} == read_dotenv("A='1\n2=3\n'\nB=4").value


def test_a_line_that_is_no_assignment_is_named_by_its_number_alone() -> None:
    secret, (problem,) = find_secret(None, {}, "# fine\nCUBEJS_API_SECRET hush\n")
    assert None is secret
    assert ("E434", "warning", "line 2 of `.env` is not `NAME=VALUE`") == (
        problem.code,
        problem.severity,
        problem.message,
    )
