"""The group of commands, its helps, and the edge of the process."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.cli.conftest import Outcome, Run

import cubeproof
from cubeproof.cli import commands, console, main
from cubeproof.cli.boundary import Boundary

ALL = list(commands.COMMANDS)


def test_version_is_that_of_the_package(run: Run) -> None:
    assert Outcome(0, f"cubeproof {cubeproof.__version__}\n", "") == run("--version")


def test_help_lists_every_command(run: Run) -> None:
    outcome = run("--help")
    assert (0, "") == (outcome.code, outcome.err)
    assert [] == [name for name in ALL if f"  {name}" not in outcome.out]


@pytest.mark.parametrize("name", ALL)
def test_every_command_has_a_help_with_examples(name: str, run: Run) -> None:
    outcome = run(name, "--help")
    assert (0, "") == (outcome.code, outcome.err)
    assert f"Examples:\n    cubeproof {name}" in outcome.out or f"$(cubeproof {name}" in outcome.out


@pytest.mark.parametrize("name", ALL)
def test_every_option_says_what_it_is_for(name: str) -> None:
    context = click.Context(commands.cubeproof)
    command = commands.cubeproof.get_command(context, name)
    assert command is not None
    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert [] == [option for option in silent if option != "format_"]


def test_help_imports_no_command() -> None:
    code = (
        "import sys; from cubeproof.cli import main; main(['--help']);"
        "bad = [m for m in sys.modules if m.startswith('cubeproof.cli.command_')"
        " or m.split('.')[0] in ('msgspec', 'lark', 'jinja2', 'rich', 'jwt', 'sqlglot', 'sqlparse')];"
        "sys.exit(f'imported {bad}' if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)


def test_without_arguments_the_help_is_no_success(run: Run) -> None:
    outcome = run()
    assert (2, "") == (outcome.code, outcome.out)
    assert "Commands:" in outcome.err


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        ("E620 no such command `chek`, did you mean `check`?", ["chek"]),
        ("E620 no such command `zzzzzzz`", ["zzzzzzz"]),
        ("E620 no such option `--frmat`\n   = help: did you mean `--format`?", ["check", "--frmat", "json"]),
        ("E620 no such option `--frmat`", ["check", "--frmat=json"]),
        (
            "E620 invalid value for `--format`: `xml` is not one of `text`, `json`",
            ["check", "--format", "xml"],
        ),
        ("E620 missing option `-q` / `--query`", ["compile"]),
        ("E620 option `-q` requires an argument", ["compile", "-q"]),
        ("E620 unexpected extra argument `x`", ["dialects", "x"]),
        ("E620 `--output` takes FORMAT=FILE", ["check", "--output", "xml=x"]),
        ("E622 `tomorrow` is not an instant", ["compile", "-q", "{}", "--now", "tomorrow"]),
        ("E622 `0001-01-01` is not an instant", ["compile", "-q", "{}", "--now", "0001-01-01"]),
        (
            "E500 there is no dialect `postgre`\n   = help: did you mean `postgres`?",
            ["compile", "-q", "{}", "-d", "postgre"],
        ),
    ],
)
def test_a_wrong_command_line_is_exit_code_2(expected: str, arguments: list[str], run: Run) -> None:
    outcome = run(*arguments)
    assert (2, "") == (outcome.code, outcome.out)
    assert outcome.err.startswith(expected)


def test_a_stray_argument_of_token_is_not_shown(run: Run) -> None:
    outcome = run("token", "my-secret-without-its-option")
    assert 2 == outcome.code
    assert "my-secret" not in outcome.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_each_shell(shell: str, run: Run) -> None:
    outcome = run("completion", shell)
    assert (0, "") == (outcome.code, outcome.err)
    assert "_CUBEPROOF_COMPLETE" in outcome.out


def test_completion_knows_the_commands(run: Run) -> None:
    outcome = run(_CUBEPROOF_COMPLETE="bash_complete", COMP_WORDS="cubeproof co", COMP_CWORD="1")
    assert "plain,compile" in outcome.out


def ended_with(error: BaseException) -> int:
    with Boundary() as boundary:
        raise error
    return boundary.code


@pytest.mark.parametrize(
    ("expected", "error"),
    [
        (3, console.Stop(3)),
        (130, KeyboardInterrupt()),
        (130, click.Abort()),
        (0, BrokenPipeError()),
        (2, ZeroDivisionError("s3cret-value")),
        (2, RecursionError()),
        (2, MemoryError()),
        (0, SystemExit()),
        (4, SystemExit(4)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_end_has_its_exit_code(
    expected: int, error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CUBEPROOF_DEBUG", raising=False)
    monkeypatch.setattr("cubeproof.cli.boundary._silence", lambda *_: None)
    assert expected == ended_with(error)
    said = capsys.readouterr()
    assert "" == said.out
    assert "Traceback" not in said.err
    assert "s3cret" not in said.err


def test_an_internal_error_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CUBEPROOF_DEBUG", raising=False)
    ended_with(ZeroDivisionError("s3cret-value"))
    said = capsys.readouterr().err
    assert said.startswith("E900 internal error: zero division error\n")
    assert "please report it" in said


def test_an_internal_error_shows_details_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CUBEPROOF_DEBUG", "1")
    assert 2 == ended_with(ZeroDivisionError("why"))
    assert "ZeroDivisionError: why" in capsys.readouterr().err


def test_a_closed_pipe_is_quiet() -> None:
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"{sys.executable} -m cubeproof explain | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ("0\n", "") == (done.stdout, done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_said() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cubeproof", "explain"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (2, "E625 the output cannot be written: no space left on device\n") == (
        done.returncode,
        done.stderr,
    )


def test_it_runs_without_any_of_its_streams() -> None:
    command = f"{sys.executable} -m cubeproof explain E900 <&- >&- 2>&-"
    assert 0 == subprocess.run(["bash", "-c", command], check=False).returncode


def test_concealed_texts_and_tokens_do_not_reach_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    console.begin()
    console.conceal("hunter2-hunter2")
    console.note("with hunter2-hunter2 and eyJhbGciOiJIUzI1NiJ9.eyJpZCI6NDJ9.c2lnbmF0dXJl")
    console.begin()
    assert "with *** and eyJhbG…\n" == capsys.readouterr().err


@pytest.mark.parametrize(
    ("expected", "environment"),
    [
        (False, {}),
        (True, {"FORCE_COLOR": "1"}),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}),
        (False, {"NO_COLOR": "1"}),
    ],
)
def test_colours_follow_the_environment(expected: bool, environment: dict[str, str], run: Run) -> None:
    assert expected == ("\x1b[" in run("explain", "E9", **environment).err)


def test_it_runs_as_a_module(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cubeproof", "--version"], capture_output=True, text=True, check=False
    )
    assert (0, f"cubeproof {cubeproof.__version__}\n") == (done.returncode, done.stdout)


def test_main_takes_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["cubeproof", "--version"])
    assert 0 == main()
    assert f"cubeproof {cubeproof.__version__}\n" == capsys.readouterr().out
