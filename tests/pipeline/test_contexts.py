"""A model is shared by the callers of whose `COMPILE_CONTEXT` it has read the same, and by no others."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cubeproof.pipeline import CONTEXTS, Compiled, Models
from cubeproof.request.context import SecurityContext
from cubeproof.workspace import from_texts

READS = (
    "c.tenant",
    "c['tenant']",
    "c.tenant === null",
    "c.tenant == undefined",
    "typeof c.tenant",
    "c.tenant ? 1 : 2",
    "c?.nested?.a",
    "c.nested && c.nested.a && c.nested.a.b",
    "`${c.tenant}`",
    "`${c.nested}`",
    "Array.isArray(c.roles)",
    "c.roles && c.roles.length",
    "[].concat(c.roles).map(r => typeof r)",
    "[].concat(c.roles).includes('a')",
    "Object.keys(c)",
    "Object.keys(c.nested || {})",
    "Object.values(c)",
    "Object.entries(c.nested || {})",
    "Object.assign({}, c.nested)",
    "Object.hasOwn(c, 'tenant')",
    "c.hasOwnProperty('tenant')",
    "'tenant' in c",
    "JSON.stringify(c)",
    "JSON.stringify(c.nested)",
    "({...c}).tenant",
    "({...c.nested})",
    "(({tenant, nested = 'none'}) => [tenant, typeof nested])(c)",
    "(({tenant, ...rest}) => rest)(c)",
    "(() => { const keys = []; for (const key in c) { keys.push(key); } return keys; })()",
    "(() => { c.tenant = 'set'; return c.tenant; })()",
    "(() => { delete c.tenant; return c.tenant; })()",
    "(() => { if (c.nested) { c.nested.a = 'set'; return COMPILE_CONTEXT.securityContext.nested; } })()",
    "c.nested === COMPILE_CONTEXT.securityContext.nested",
    "COMPILE_CONTEXT.security_context.tenant",
    "Object.keys(COMPILE_CONTEXT)",
    "'security_context' in COMPILE_CONTEXT",
    "c.absent || 'fallback'",
    "c.toString()",
    "[c.tenant, c.tenant].join()",
    "c[c.tenant]",
    "c.iat > 100 ? c.tenant : c.roles",
)
"""Expressions that read something of the context `c`."""
SCALARS = st.sampled_from([None, True, False, 0, 1, 1.0, 0.0, -0.0, "", "0", "1", "true", "null", "tenant"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "2", "1"]), inner, max_size=3)
    ),
    max_leaves=5,
)
CLAIMS = st.dictionaries(st.sampled_from(["tenant", "nested", "roles", "iat", "1"]), VALUES, max_size=5)


def model_text(reads: list[str]) -> str:
    return (
        "const show = v => v === undefined ? 'undefined' : `${typeof v}:${JSON.stringify(v)}`;\n"
        "const c = COMPILE_CONTEXT.securityContext;\n"
        + "".join(f"cube('A{i}', {{sql: `SELECT ${{show({read})}}`}});\n" for i, read in enumerate(reads))
        + "if (c.tenant === '1') { cube('Hidden', {sql: `SELECT 1`}); }\n" * (len(reads) % 2)
    )


def caller(claims: dict[str, Any]) -> SecurityContext:
    return SecurityContext(claims=claims)


def models(text: str) -> Models:
    return Models(from_texts({"A.js": text}).value)


def outcome(shelf: Models, claims: dict[str, Any]) -> tuple[Any, ...]:
    made = shelf.compiled(caller(claims))
    cubes = made.value.model.cubes
    return (
        repr(cubes),
        [(d.code, d.message, d.help, d.span and d.span.start) for d in made.diagnostics],
    )


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(READS), min_size=1, max_size=4), st.lists(CLAIMS, min_size=2, max_size=6))
def test_a_shared_model_is_the_one_that_is_compiled_for_the_caller_alone(
    reads: list[str], callers: list[dict[str, Any]]
) -> None:
    text = model_text(reads)
    shared = models(text)
    for claims in (*callers, *callers):
        assert outcome(models(text), claims) == outcome(shared, claims)


def different(claim: str) -> Iterator[dict[str, Any]]:
    """What one claim can be, each another answer; the first is a caller without it."""
    yield {}
    values: list[Any] = [
        None,
        True,
        False,
        1,
        0,
        "1",
        "0",
        "",
        "true",
        "null",
        [],
        ["a"],
        [["a"]],
        {},
        {"a": 1},
    ]
    for value in values:
        yield {claim: value}


@pytest.mark.parametrize(
    ("read", "expected"),
    [("show(c.t)", 16), ("`${c.t}`", 16), ("typeof c.t", 15), ("c.t == null", 15)],
)
def test_absent_null_and_values_of_each_type_are_answers_of_their_own(read: str, expected: int) -> None:
    """Two objects give the same answer as long as nothing in them is read."""
    text = (
        "const show = v => JSON.stringify([v, typeof v]); const c = COMPILE_CONTEXT.securityContext;\n"
        f"cube('A', {{sql: `SELECT ${{{read}}}`}});"
    )
    shared, seen = models(text), set()
    for claims in different("t"):
        assert outcome(models(text), claims) == outcome(shared, claims)
        seen.add(id(shared.compiled(caller(claims)).value))
    assert expected == len(seen)


def shared_by(text: str, *callers: dict[str, Any]) -> int:
    """How many models a project needs for some callers."""
    shelf = models(text)
    made: list[Compiled] = [shelf.compiled(caller(claims)).value for claims in callers]
    return len({id(each) for each in made})


TENANT = "cube('A', {sql: `SELECT * FROM ${COMPILE_CONTEXT.securityContext.tenant}_t`});"


def test_claims_that_are_not_read_do_not_part_callers() -> None:
    token = {"tenant": "a", "iat": 1, "exp": 2, "sub": "x"}
    assert 1 == shared_by(TENANT, token, {"tenant": "a", "iat": 9}, {"sub": "y", "tenant": "a"})
    assert 2 == shared_by(TENANT, token, {"tenant": "b"}, {**token, "iat": 3})


def test_a_model_that_reads_nothing_is_one_for_all() -> None:
    assert 1 == shared_by("cube('A', {sql: `SELECT 1`});", {}, {"id": 1}, {"id": [None]})
    assert 1 == shared_by(
        "const c = COMPILE_CONTEXT.securityContext; cube('A', {sql: `SELECT 1`});", {}, {"id": 1}
    )


def test_what_is_read_may_depend_on_what_was_read() -> None:
    text = """const c = COMPILE_CONTEXT.securityContext;
      cube('A', {sql: c.role === 'admin' ? `SELECT 1` : `SELECT ${c.tenant}`});"""
    assert 1 == shared_by(text, {"role": "admin", "tenant": 1}, {"role": "admin", "tenant": 2})
    assert 3 == shared_by(
        text, {"role": "admin"}, {"role": "user", "tenant": 1}, {"role": "user", "tenant": 2}
    )


def test_a_look_at_all_keys_parts_callers_by_everything() -> None:
    text = "cube('A', {sql: `SELECT ${Object.keys(COMPILE_CONTEXT.securityContext)}`});"
    assert 2 == shared_by(text, {"tenant": 1}, {"tenant": 2})
    assert 2 == shared_by(text, {"a": 1, "b": 2}, {"b": 2, "a": 1})


def test_what_one_caller_s_model_changes_no_other_sees() -> None:
    text = """const c = COMPILE_CONTEXT.securityContext;
      c.seen = (c.seen || 0) + 1;
      cube('A', {sql: `SELECT ${c.seen}`});"""
    shelf, claims = models(text), {"tenant": 1}
    first = outcome(shelf, claims)
    assert first == outcome(shelf, {"tenant": 2})
    assert first == outcome(models(text), claims)
    assert {"tenant": 1} == claims


def test_models_are_bounded_and_the_one_not_used_for_longest_goes() -> None:
    shelf = models(TENANT)
    first = shelf.compiled(caller({"tenant": 0})).value
    second = shelf.compiled(caller({"tenant": 1})).value
    for tenant in range(2, CONTEXTS + 1):
        assert first is shelf.compiled(caller({"tenant": 0})).value
        shelf.compiled(caller({"tenant": tenant}))
    assert first is shelf.compiled(caller({"tenant": 0})).value
    assert second is not shelf.compiled(caller({"tenant": 1})).value


def test_a_compile_context_that_is_given_stands_in_for_the_claims() -> None:
    shelf = models(TENANT)
    given = {"securityContext": {"tenant": "fixed"}}
    first = shelf.compiled(caller({"tenant": "a"}), compile_context=given).value
    assert first is shelf.compiled(caller({"tenant": "b"}), compile_context=given).value
    assert first is not shelf.compiled(caller({"tenant": "a"})).value
    assert first is shelf.compiled(caller({"tenant": "fixed"})).value
