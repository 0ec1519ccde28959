"""Ctrl-C while a database works: exit code 130, at once, and nothing that looks like a bug."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ENDLESS = """
cube(`Endless`, {
  sql: `WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT * FROM t`,
  measures: {count: {type: `count`}},
});
"""


@pytest.mark.parametrize("url", ["duckdb:///:memory:", "sqlite:///:memory:"])
def test_a_query_is_left_at_once(url: str, tmp_path: Path) -> None:
    (tmp_path / "endless.js").write_text(ENDLESS)
    arguments = [
        "query",
        "endless.js",
        "-q",
        '{"measures": ["Endless.count"]}',
        "--database",
        url,
        "--timeout",
        "60",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "cubeproof", *arguments], cwd=tmp_path, stderr=-1, stdout=-1, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    time.sleep(4)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert 130 == process.returncode, said
    assert "E900" not in said
    assert time.monotonic() - begun < 15
