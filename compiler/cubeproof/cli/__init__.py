"""The command line: the only place that prints. Knows every stage's public functions, and no stage's insides.

Commands live in modules of their own, imported when they are called: what a command does not need it does not load.
"""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (`sys.argv` without arguments given) and say its exit code, as the contract lists them."""
    import gc

    from cubeproof.cli import console
    from cubeproof.cli.boundary import Boundary
    from cubeproof.cli.commands import cubeproof

    # A model is a large tree that lives to the end: to look for rings in it again and again is a third of the work.
    gc.set_threshold(100_000, 100)
    console.begin()
    with Boundary() as boundary:
        cubeproof.main(
            args=None if arguments is None else list(arguments), prog_name="cubeproof", standalone_mode=False
        )
    return boundary.code
