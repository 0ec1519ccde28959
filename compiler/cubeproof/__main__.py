"""`python -m cubeproof`: the command line."""

import sys

from cubeproof.cli import main

if __name__ == "__main__":
    sys.exit(main())
