"""The order of texts that `localeCompare` gives in English, for printable ASCII. Knows no value of JavaScript.

Source: the Unicode collation algorithm with CLDR's root order: all characters count, then case, small before capital.
"""

from typing import Final

_ORDER: Final = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
_RANKS: Final = {
    **{character: rank for rank, character in enumerate(_ORDER)},
    **{chr(97 + letter): 100 + letter for letter in range(26)},
    **{chr(65 + letter): 100 + letter for letter in range(26)},
}


def compare(left: str, right: str) -> float | None:
    """-1, 0 or 1; None where a character is not among those whose order is known here."""
    if not all(character in _RANKS for character in left + right):
        return None
    keys = [
        ([_RANKS[character] for character in text], [character.isupper() for character in text])
        for text in (left, right)
    ]
    return float((keys[0] > keys[1]) - (keys[0] < keys[1]))
