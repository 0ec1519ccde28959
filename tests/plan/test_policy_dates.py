"""Access policies by date: whole days, instants, and borders that neither a clock nor a query's time zone moves."""

from collections.abc import Iterator
from typing import Any

import pytest

from cubeproof.engines import Engine, connect
from cubeproof.pipeline import Compiled
from models import codes, compiled, statement

TIMES = ("2020-01-01 00:00:00", "2020-01-01 12:00:00", "2020-01-02 00:00:00", "2020-01-03 23:59:59")
DATA = "CREATE TABLE events (id INTEGER, moment TIMESTAMP);" + "".join(
    f"INSERT INTO events VALUES ({at}, '{moment}');" for at, moment in enumerate(TIMES, 1)
)
IDS = {"dimensions": ["Events.id"], "order": {"Events.id": "asc"}}
CLAIMS = {"day": "2020-01-01", "noon": "2020-01-01T12:00:00Z", "days": ["2020-01-01", "2020-01-02"]}


@pytest.fixture(scope="module", params=["duckdb", "sqlite"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with connect(f"{request.param}:///:memory:", data=DATA) as found:
        yield found


def model(operator: str, values: str) -> Compiled:
    rule = f"{{member: at, operator: `{operator}`, values: {values}}}"
    return compiled(
        Events=f"""cube(`Events`, {{sql: `SELECT * FROM events`,
  accessPolicy: [{{group: `*`, rowLevel: {{filters: [{rule}]}}}}],
  dimensions: {{id: {{sql: `id`, type: `number`, primaryKey: true, public: true}}, at: {{sql: `moment`, type: `time`}}}}}});"""
    )


@pytest.mark.parametrize(
    ("operator", "values", "ids"),
    [
        ("beforeDate", "[`2020-01-02`]", [1, 2]),
        ("beforeOrOnDate", "[`2020-01-02`]", [1, 2, 3]),
        ("beforeOrOnDate", "[securityContext.noon]", [1, 2]),
        ("afterDate", "[securityContext.day]", [2, 3, 4]),
        ("afterOrOnDate", "[securityContext.noon]", [2, 3, 4]),
        ("inDateRange", "[securityContext.day]", [1, 2]),
        ("inDateRange", "[securityContext.day, `2020-01-02`]", [1, 2, 3]),
        ("inDateRange", "securityContext.days", [1, 2, 3]),
        ("inDateRange", "[securityContext.noon, `2020-01-02`]", [2, 3]),
        ("notInDateRange", "[`2020-01-01`, `2020-01-02`]", [4]),
        ("notInDateRange", "[securityContext.day]", [3, 4]),
        ("onTheDate", "[securityContext.noon]", [1, 2]),
        ("inDateRange", "[`2020-01-03`, securityContext.day]", []),
        ("inDateRange", "[securityContext.nope]", []),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_rows_by_date(operator: str, values: str, ids: list[int], zone: str, engine: Engine) -> None:
    made = statement(model(operator, values), IDS | {"timezone": zone}, CLAIMS, dialect=engine.dialect)
    assert [(one,) for one in ids] == list(engine.run(made.sql, made.params).rows)


@pytest.mark.parametrize(
    ("operator", "values", "code"),
    [
        ("beforeDate", "[`last week`]", "E461"),
        ("beforeDate", "[securityContext.word]", "E461"),
        ("beforeDate", "[`2020-02-30`]", "E461"),
        ("beforeDate", "securityContext.days", "E462"),
        ("inDateRange", "[`2020-01-01`, null]", "E462"),
        ("notInDateRange", "[`2020-01-02`, `2020-01-01`]", "E462"),
        ("notInDateRange", "[`2020-01-02`, securityContext.day]", "E353"),
        ("notInDateRange", "securityContext.days", "E353"),
    ],
)
def test_what_is_no_date_or_may_end_before_it_starts_is_refused(
    operator: str, values: str, code: str
) -> None:
    claims: dict[str, Any] = CLAIMS | {"word": "soon"}
    assert [code] == codes(statement, model(operator, values), IDS, claims)
