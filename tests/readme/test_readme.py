"""The README's tour is true: every command in it is run, and prints what stands below it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def commands() -> list[tuple[str, str]]:
    """Each `$ command` of a console block, and what is printed below it."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = piece.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = command[:-1] + more.strip()
            found.append((command, output))
    return found


def printed(command: str) -> str:
    """What a terminal shows: results and messages as they come."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "NO_COLOR": "1",
    }
    environment.pop("CUBEJS_API_SECRET", None)
    run = subprocess.run(
        command, shell=True, cwd=ROOT, env=environment, stdout=-1, stderr=subprocess.STDOUT, text=True
    )
    return run.stdout


def test_the_tour_has_commands() -> None:
    assert len(commands()) >= 8


@pytest.mark.parametrize(("command", "output"), commands(), ids=[command[:60] for command, _ in commands()])
def test_a_command_prints_what_the_tour_says(command: str, output: str) -> None:
    assert output.strip() == printed(command).strip()


def test_python_blocks_run() -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-c", block], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
