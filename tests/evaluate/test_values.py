"""Expressions mean what JavaScript says: `values.json` holds what Node made of each (`record.mjs` writes it)."""

import json
from pathlib import Path

import pytest
from tests.evaluate.running import run, shown, value

GROUPS: dict[str, list[list[str]]] = json.loads(Path(__file__).with_name("values.json").read_text("utf-8"))
ROWS = [(expression, expected) for rows in GROUPS.values() for expression, expected in rows]


@pytest.mark.parametrize(("expression", "expected"), [row for row in ROWS if row[1] != "throws"])
def test_an_expression_has_the_value_that_javascript_gives_it(expression: str, expected: str) -> None:
    assert expected == shown(value(expression))


@pytest.mark.parametrize("expression", [row[0] for row in ROWS if row[1] == "throws"])
def test_what_javascript_throws_for_is_reported(expression: str) -> None:
    declarations, diagnostics = run(f"const v = ({expression})\ncube('A', {{v}})")
    assert (1, ("v",), {}) == (len(diagnostics), declarations[0].body.broken, declarations[0].body.slots)
