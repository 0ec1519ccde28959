"""Write the parser's tables, which are shipped, from `grammar/model.lark`: run it after a change of the grammar."""

from pathlib import Path

from cubeproof.parse import tables


def main() -> None:
    """Write them, and say how large they are."""
    saved = tables.encode(tables.build(tables.grammar()))
    Path(tables.SAVED).write_bytes(saved)
    print(f"{tables.SAVED}: {len(saved)} bytes")


if __name__ == "__main__":
    main()
