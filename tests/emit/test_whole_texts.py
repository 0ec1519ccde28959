"""Whole texts, laid out anew without changing a token."""

from emit_plans import claim, column, orders, select, sql, statement
from hypothesis import given
from hypothesis import strategies as st

from cubeproof import emit
from cubeproof.emit import scan
from cubeproof.plan import nodes


def _tokens(text: str, dialect: str) -> list[tuple[str, str]]:
    return [token for token in scan.tokens(text, emit.dialect(dialect).lexis) if token[0] != "space"]


def test_pretty_text_has_the_same_tokens(dialect: str) -> None:
    guard = nodes.Compare(left=sql("user_id"), operator="=", right=claim())
    source = orders("SELECT a, 'x  y\n z' AS b FROM orders WHERE ", guard, " AND c = 1 -- done")
    prepared = statement(select(column("a"), column("b", "Orders.b"), source=source, limit=5), dialect)
    pretty = emit.pretty(prepared.sql, emit.dialect(dialect))
    assert _tokens(prepared.sql, dialect) == _tokens(pretty, dialect)
    assert pretty != prepared.sql


@given(st.text("ab '\"-\n$;()/*", max_size=40))
def test_pretty_never_changes_a_token(source: str) -> None:
    assert _tokens(source, "postgres") == _tokens(emit.pretty(source, emit.dialect("postgres")), "postgres")


def test_text_that_is_too_deep_to_lay_out_stays_as_it_is() -> None:
    deep = "SELECT " + "(" * 3000 + "1" + ")" * 3000
    assert deep == emit.pretty(deep, emit.dialect("postgres"))
