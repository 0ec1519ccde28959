"""`make demo` shows a leak and its refusal on one screen."""

import os
import subprocess
import sys
from pathlib import Path

DEMO = Path(__file__).parent.parent.parent / "tools" / "demo.py"
LINES = 50
COLUMNS = 100


def test_the_demo_fits_a_screen_and_shows_what_differs() -> None:
    environ = {**os.environ, "NO_COLOR": "1", "COLUMNS": str(COLUMNS), "LINES": str(LINES)}
    done = subprocess.run(
        [sys.executable, str(DEMO)], env=environ, capture_output=True, text=True, timeout=10, check=False
    )
    assert "" == done.stderr
    assert 0 == done.returncode
    lines = done.stdout.splitlines()
    assert len(lines) < LINES
    assert ["5", "4", "15"] == [
        line.rpartition("= ")[2] for line in lines if line.strip().startswith("→ orders.count")
    ]
    for text in ("USER_CONTEXT.id.filter", "user_id = 42", "user_id = 7", "1 = 1", "all rows", "refused: E4"):
        assert text in done.stdout
