"""Write `cubeproof/emit/compiled.py` from the dialects and templates; `--check` only says whether it is fresh."""

import sys

from cubeproof.emit import build


def main(arguments: list[str]) -> int:
    """Generate, or compare: 1 if the committed file is not what its sources give."""
    text = build.generate()
    if "--check" in arguments:
        fresh = build.TARGET.read_text("utf-8") == text
        print("fresh" if fresh else "stale: run tools/generate_templates.py")
        return 0 if fresh else 1
    build.TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
