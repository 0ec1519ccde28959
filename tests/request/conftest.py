"""What the tests of queries and tokens share."""

from datetime import UTC, datetime

import pytest


@pytest.fixture(scope="session")
def now() -> datetime:
    """A Wednesday afternoon; in Tokyo it is Thursday already."""
    return datetime(2021, 3, 17, 15, 45, 30, 123_000, tzinfo=UTC)
