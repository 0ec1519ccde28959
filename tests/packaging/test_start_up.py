"""Start-up counts: a command imports what it needs, and nothing that it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NEVER = {
    "asyncio",
    "cryptography",
    "duckdb",
    "jinja2",
    "jwt",
    "logging",
    "psycopg",
    "pytest",
    "rich",
    "sqlglot",
}
NEVER |= {"sqlite3", "sqlparse", "syrupy", "unittest", "subprocess", "ruamel", "hypothesis"}
SPY = """
import sys
from cubeproof.cli import main
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
print("\\n" + " ".join(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["compile", "Orders.js", "-q", '{"measures": ["Orders.count"]}', "-c", '{"id": 42}'],
    ],
    ids=["version", "compile"],
)
def test_a_command_imports_nothing_heavy(arguments: list[str], schema: Path, tmp_path: Path) -> None:
    (tmp_path / "Orders.js").write_bytes((schema / "Orders.js").read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", SPY, *arguments],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith("CUBE")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    imported = {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}
    assert "cubeproof" in imported
    assert set() == imported & NEVER
