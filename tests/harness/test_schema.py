"""The JSON Schema says what the reader accepts: the same keys, the same words."""

from typing import Any

from cubeproof.harness import expectations, reading
from cubeproof.harness.schema import schema
from cubeproof.harness.states import STATES


def test_the_schema_has_the_keys_of_the_reader() -> None:
    found = schema()
    assert set(reading.KEYS) == set(found["properties"])
    item: dict[str, Any] = found["properties"]["expect"]["items"]
    selectors, checks = expectations.SELECTORS, expectations.CHECKS
    assert {*selectors, *checks, *expectations.ON_CUBES, "until", "cube"} == set(item["properties"])
    assert set(expectations.GUARD) == set(item["properties"]["guard"]["properties"])
    assert False is found["additionalProperties"] is item["additionalProperties"]


def test_the_schema_has_the_words_of_the_reader() -> None:
    states = schema()["properties"]["claim-states"]["anyOf"][0]["enum"]
    assert [*STATES, None, False] == states
