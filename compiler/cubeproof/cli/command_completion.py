"""`cubeproof completion`: the script that teaches a shell our commands and options."""

import click

from cubeproof.cli import console, options


@click.command(
    name="completion",
    epilog=options.examples(
        'eval "$(cubeproof completion bash)"                 in ~/.bashrc',
        'eval "$(cubeproof completion zsh)"                  in ~/.zshrc',
        "cubeproof completion fish > ~/.config/fish/completions/cubeproof.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script of SHELL."""
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    root = context.find_root()
    if made is None:
        raise click.UsageError(f"No completion for '{shell}'", context)
    # `source()` of bash asks the installed bash for its version; the script itself is the same for all
    script = made(root.command, {}, "cubeproof", "_CUBEPROOF_COMPLETE")
    console.out(script.source_template % script.source_vars())
