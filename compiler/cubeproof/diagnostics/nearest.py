"""The name that was probably meant. Knows names alone, not what they are names of."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

LONGEST = 80
"""Names beyond this length are not compared: a typo of them is not worth quadratic time."""
MOST = 1000
"""So many candidates are compared at most."""


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Find the candidate with the fewest typing errors, the first of equals; None if all are too far off.

    A typing error is a missing, extra or wrong character, or two neighbours swapped. The case of letters
    counts less than any of them. One error is allowed for each three characters of `name`, and at least one.
    """
    if not name or len(name) > LONGEST:
        return None
    return _nearest(name, tuple(islice(candidates, MOST)))


@lru_cache(maxsize=256)  # one typo in a loop is the same typo a thousand times
def _nearest(name: str, candidates: tuple[str, ...]) -> str | None:
    folded = name.casefold()
    allowed = max(1, len(folded) // 3)
    best: str | None = None
    fewest = (allowed + 1, 0)
    for candidate in candidates:
        if candidate == name or abs(len(candidate) - len(name)) > allowed or len(candidate) > LONGEST:
            continue
        errors = (distance(folded, candidate.casefold(), allowed), _differing_case(name, candidate))
        if errors < fewest and errors[0] < len(folded):
            best, fewest = candidate, errors
    return best


def distance(left: str, right: str, most: int) -> int:
    """How many typing errors lead from one text to the other, or `most + 1` if there are more than `most`."""
    if left == right:
        return 0
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, a in enumerate(left, 1):
        current = [row]
        for column, b in enumerate(right, 1):
            errors = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (a != b))
            if row > 1 and column > 1 and a == right[column - 2] and b == left[row - 2]:
                errors = min(errors, before[column - 2] + 1)
            current.append(errors)
        if min(current) > most:
            return most + 1
        before, previous = previous, current
    return min(previous[-1], most + 1)


def _differing_case(left: str, right: str) -> int:
    return sum(a != b for a, b in zip(left, right, strict=False))
