"""The lower bounds of pyproject.toml are honest: runs the tests with the lowest version of everything at run time.

An environment of its own is made for it, and removed again. `--print` prints the pins and stops.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEST_TOOLS = ("hypothesis", "pytest-xdist")
BOUND = re.compile(r"^([A-Za-z0-9._-]+)(\[[a-z,]+\])?>=([0-9.]+)$")


def lowest() -> list[str]:
    """`name[extra]==version` for what users install, and for what the tests themselves import."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["duckdb"], *extras["postgres"]]
    wanted += [line for line in extras["dev"] if line.startswith(TEST_TOOLS)]
    return [pinned(line) for line in wanted]


def pinned(requirement: str) -> str:
    """`lark>=1.2.1` as `lark==1.2.1`."""
    bound = BOUND.match(requirement)
    if bound is None:
        sys.exit(f"pyproject.toml: {requirement!r} has no lower bound of the form name>=version")
    name, extra, version = bound.groups(default="")
    return f"{name}{extra}=={version}"


def main() -> int:
    """Exit code of the test run."""
    pins = lowest()
    print("\n".join(pins))
    if "--print" in sys.argv:
        return 0
    # the project's own pins are the newest versions: here they would contradict
    environ = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT")
    }
    with tempfile.TemporaryDirectory(prefix="cubeproof-lowest-") as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder, "bin", "python"))
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", *pins, "-e", "."], cwd=ROOT, env=environ, check=True
        )
        tests = [python, "-m", "pytest", "-n", "2", "-m", "not slow", "-p", "no:cacheprovider"]
        return subprocess.run(tests, cwd=ROOT, env=environ, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
