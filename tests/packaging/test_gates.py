"""What other repositories use to call us: hooks and an action, which must name commands and options that exist."""

import re
from pathlib import Path
from typing import Any

import click
import pytest
from ruamel.yaml import YAML

from cubeproof.cli.commands import COMMANDS, cubeproof

ROOT = Path(__file__).parents[2]


def read(path: str) -> Any:
    return YAML(typ="safe").load((ROOT / path).read_text("utf-8"))


def calls() -> list[str]:
    hooks = [hook["entry"] for hook in read(".pre-commit-hooks.yaml")]
    steps = [step.get("run", "") for step in read("tools/github-action/action.yml")["runs"]["steps"]]
    return hooks + [
        line.strip() for run in steps for line in run.splitlines() if line.strip().startswith("cubeproof ")
    ]


@pytest.mark.parametrize("call", calls())
def test_a_gate_calls_a_command_with_options_that_it_has(call: str) -> None:
    _, name, *words = call.split()
    assert name in COMMANDS
    command = cubeproof.get_command(click.Context(cubeproof), name)
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= known


def test_the_action_gives_its_inputs_as_variables_alone() -> None:
    for step in read("tools/github-action/action.yml")["runs"]["steps"]:
        assert not re.search(r"\$\{\{", step.get("run", ""))
