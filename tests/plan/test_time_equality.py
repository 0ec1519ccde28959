"""Times compared by `equals` and its like: as instants, however an engine stores them."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from cubeproof.engines import Engine, connect
from models import compiled, statement

DATA = """
CREATE TABLE te_events (id INTEGER, seen TIMESTAMP);
INSERT INTO te_events VALUES (1, '2024-01-01 00:00:00'), (2, '2024-01-02 12:30:00'), (3, NULL);
"""
MODEL = compiled(
    Events="""cube(`Events`, {sql: `SELECT * FROM te_events`, measures: {count: {type: `count`}}, dimensions: {
      id: {sql: `id`, type: `number`, primaryKey: true, public: true}, at: {sql: `seen`, type: `time`}}});"""
)


@pytest.fixture(scope="module", params=["duckdb", "sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param != "postgres":
        with connect(f"{request.param}:///:memory:", data=DATA) as found:
            yield found
        return
    url = request.getfixturevalue("postgres_url")
    with psycopg.connect(url) as session:
        session.execute(DATA.encode())
    with connect(url) as found:
        yield found


@pytest.mark.parametrize(
    ("operator", "values", "expected"),
    [
        ("equals", ["2024-01-01"], [1]),
        ("equals", ["2024-01-01T00:00:00.000", "2024-01-02 12:30:00"], [1, 2]),
        ("equals", ["2024-01-01", None], [1, 3]),
        ("equals", ["2024-01-02"], []),
        ("notEquals", ["2024-01-01"], [2, 3]),
        ("notEquals", ["2024-01-01", None], [2]),
        ("gt", ["2024-01-01"], [2]),
        ("gte", ["2024-01-01"], [1, 2]),
        ("lt", ["2024-01-02 12:30:00"], [1]),
        ("lte", ["2024-01-01"], [1]),
    ],
)  # fmt: skip
def test_a_time_is_compared_as_a_time(
    operator: str, values: list[Any], expected: list[int], engine: Engine
) -> None:
    query = {
        "dimensions": ["Events.id"],
        "filters": [{"member": "Events.at", "operator": operator, "values": values}],
        "order": {"Events.id": "asc"},
    }
    made = statement(MODEL, query, dialect=engine.dialect)
    assert expected == [row[0] for row in engine.run(made.sql, made.params).rows]
