"""Reading a regular expression, ECMA-262 22.2.1, without what no linear-time engine can do. Knows no matching."""

import unicodedata
from functools import lru_cache
from typing import Final, NoReturn

from cubeproof.evaluate.regex.nodes import (
    DIGITS,
    LAST,
    LINE_BREAKS,
    SPACE,
    WORD,
    Assertion,
    Characters,
    Either,
    Group,
    Pattern,
    Range,
    Repeat,
    Row,
    without,
)

MOST_REPEATS: Final = 1000
"""The largest number in `{n,m}`."""
DEEPEST: Final = 50
"""Groups inside of groups."""
_CLASSES: Final = {
    "d": DIGITS, "D": without(DIGITS), "w": WORD, "W": without(WORD), "s": SPACE, "S": without(SPACE),
}  # fmt: skip
_CONTROLS: Final = {"n": 10, "r": 13, "t": 9, "v": 11, "f": 12}
_SYNTAX: Final = frozenset("^$\\.*+?()[]{}|/")


class Unreadable(Exception):
    """What is wrong with a pattern, in words; `construct` is True for what JavaScript has and this engine does not."""

    def __init__(self, message: str, *, construct: bool = False) -> None:
        super().__init__(message)
        self.message, self.construct = message, construct


class Reader:
    """Reads one pattern by recursive descent; `groups` and `names` are the groups it has met."""

    def __init__(self, text: str, *, unicode: bool, dot_all: bool) -> None:
        self.text, self.unicode, self.dot_all = text, unicode, dot_all
        self.at = 0
        self.groups = 1
        self.names: dict[str, int] = {}
        self.depth = 0
        self.has_names = "(?<" in text.replace("(?<=", "").replace("(?<!", "")

    def read(self) -> Pattern:
        """The whole pattern."""
        made = self._either()
        if self.at < len(self.text):
            self._wrong("`)` without `(`")
        return made

    def _wrong(self, what: str) -> NoReturn:
        raise Unreadable(f"this is no regular expression: {what}")

    def _cannot(self, what: str) -> NoReturn:
        raise Unreadable(f"{what} in a regular expression is not supported", construct=True)

    def _ahead(self, text: str) -> bool:
        return self.text.startswith(text, self.at)

    def _take(self, text: str) -> bool:
        if self._ahead(text):
            self.at += len(text)
            return True
        return False

    def _either(self) -> Pattern:
        self.depth += 1
        if self.depth > DEEPEST:
            self._cannot("so many groups inside of each other")
        branches = [self._row()]
        while self._take("|"):
            branches.append(self._row())
        self.depth -= 1
        return branches[0] if len(branches) == 1 else Either(branches=tuple(branches))

    def _row(self) -> Pattern:
        parts: list[Pattern] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            first, bare = self.groups, self.text[self.at] != "("
            part = self._atom()
            parts.append(self._repeated(part, first, bare=bare))
        return parts[0] if len(parts) == 1 else Row(parts=tuple(parts))

    def _repeated(self, part: Pattern, first: int, *, bare: bool) -> Pattern:
        bounds = self._bounds()
        if bounds is None:
            return part
        if bare and isinstance(part, Assertion):
            self._wrong("nothing to repeat")
        least, most = bounds
        greedy = not self._take("?")
        if self.at < len(self.text) and self._bounds() is not None:
            self._wrong("nothing to repeat")
        return Repeat(body=part, least=least, most=most, greedy=greedy, first=first, last=self.groups)

    def _bounds(self) -> tuple[int, int | None] | None:
        for mark, bounds in (("*", (0, None)), ("+", (1, None)), ("?", (0, 1))):
            if self._take(mark):
                return bounds
        if not self._ahead("{"):
            return None
        inside, closed, _ = self.text[self.at + 1 :].partition("}")
        low, comma, high = inside.partition(",")
        if not closed or not _is_count(low) or (high and not _is_count(high)):
            if self.unicode:
                self._wrong("`{` that begins no count")
            return None
        self.at += len(inside) + 2
        least = int(low[:9])
        most = least if not comma else int(high[:9]) if high else None
        if most is not None and most < least:
            self._wrong("the numbers of a count are out of order")
        if max(least, most or 0) > MOST_REPEATS:
            self._cannot(f"more than {MOST_REPEATS:,} repetitions")
        return least, most

    def _atom(self) -> Pattern:
        character = self.text[self.at]
        self.at += 1
        match character:
            case "^" | "$":
                return Assertion(kind=character)
            case ".":
                return Characters(ranges=((0, LAST),) if self.dot_all else without(LINE_BREAKS))
            case "(":
                return self._group()
            case "[":
                return self._class()
            case "\\":
                return self._escaped()
            case "*" | "+" | "?":
                self._wrong("nothing to repeat")
            case "{" | "}" | "]" if self.unicode:
                self._wrong(f"a lone `{character}`")
            case "{":
                self.at -= 1
                if self._bounds() is not None:
                    self._wrong("nothing to repeat")
                self.at += 1
            case _:
                pass
        return Characters(ranges=((ord(character), ord(character)),))

    def _group(self) -> Pattern:
        number: int | None = None
        if self._take("?:"):
            pass
        elif self._ahead("?=") or self._ahead("?!"):
            self._cannot("a look-ahead `(?=…)` or `(?!…)`")
        elif self._ahead("?<=") or self._ahead("?<!"):
            self._cannot("a look-behind `(?<=…)` or `(?<!…)`")
        elif self._take("?<"):
            name, closed, _ = self.text[self.at :].partition(">")
            if not closed or not name.replace("$", "_").isidentifier() or name in self.names:
                self._wrong(f"`{name[:40]}` is no new name of a group")
            self.at += len(name) + 1
            number = self.names[name] = self.groups
        elif self._ahead("?"):
            self._cannot(f"a group that begins with `(?{self.text[self.at + 1 : self.at + 2]}`")
        else:
            number = self.groups
        if number is not None:
            self.groups += 1
        body = self._either()
        if not self._take(")"):
            self._wrong("`(` without `)`")
        return body if number is None else Group(number=number, body=body)

    def _escaped(self) -> Pattern:
        character = self.text[self.at : self.at + 1]
        if character in ("b", "B"):
            self.at += 1
            return Assertion(kind=character)
        if character and character in "123456789":
            self._cannot("a back-reference such as `\\1`")
        if character == "k" and (self.unicode or self.has_names):
            self._cannot("a back-reference `\\k<…>`")
        return Characters(ranges=self._escape(in_class=False))

    def _escape(self, *, in_class: bool) -> tuple[Range, ...]:
        r"""The characters that `\…` stands for; the back-slash is taken."""
        if self.at >= len(self.text):
            self._wrong("it ends with a back-slash")
        character = self.text[self.at]
        self.at += 1
        if character in _CLASSES:
            return _CLASSES[character]
        if character in ("p", "P") and self.unicode:
            return self._property(negated=character == "P")
        code = self._code(character, in_class=in_class)
        return ((code, code),)

    def _code(self, character: str, *, in_class: bool) -> int:
        if character in _CONTROLS:
            return _CONTROLS[character]
        if character == "b" and in_class:
            return 8
        if character == "0" and not self.text[self.at : self.at + 1].isdigit():
            return 0
        if character.isdigit():
            self._cannot("a character by its octal number")
        if character == "c":
            letter = self.text[self.at : self.at + 1]
            if not (letter.isascii() and letter.isalpha()):
                self._cannot("`\\c` without a letter")
            self.at += 1
            return ord(letter) % 32
        if character in ("x", "u"):
            return self._hexadecimal(character)
        if self.unicode and character not in _SYNTAX and not (in_class and character == "-"):
            self._wrong(f"`\\{character}` means nothing")
        return ord(character)

    def _hexadecimal(self, character: str) -> int:
        if character == "u" and self.unicode and self._take("{"):
            digits, closed, _ = self.text[self.at :].partition("}")
            if not closed or not _is_hexadecimal(digits) or int(digits, 16) > LAST:
                self._wrong("`\\u{…}` needs the number of a character")
            self.at += len(digits) + 1
            return int(digits, 16)
        size = 2 if character == "x" else 4
        digits = self.text[self.at : self.at + size]
        if len(digits) < size or not _is_hexadecimal(digits):
            if self.unicode:
                self._wrong(f"`\\{character}` needs {size} digits")
            return ord(character)
        self.at += size
        code = int(digits, 16)
        if self.unicode and 0xD800 <= code <= 0xDBFF and self._ahead("\\u"):
            low = self.text[self.at + 2 : self.at + 6]
            if len(low) == 4 and _is_hexadecimal(low) and 0xDC00 <= int(low, 16) <= 0xDFFF:
                self.at += 6
                return 0x10000 + (code - 0xD800) * 0x400 + int(low, 16) - 0xDC00
        return code

    def _property(self, *, negated: bool) -> tuple[Range, ...]:
        name, closed, _ = self.text[self.at + 1 :].partition("}")
        if not self._ahead("{") or not closed:
            self._wrong("`\\p` needs a name: `\\p{L}`")
        self.at += len(name) + 2
        wanted = name.removeprefix("General_Category=").removeprefix("gc=")
        if not (len(wanted) in (1, 2) and wanted[0] in "LMNPSZC"):
            self._cannot(f"`\\p{{{name[:40]}}}`")
        ranges = _of_category(wanted)
        return without(ranges) if negated else ranges

    def _class(self) -> Pattern:
        negated = self._take("^")
        ranges: list[Range] = []
        while not self._take("]"):
            if self.at >= len(self.text):
                self._wrong("`[` without `]`")
            low = self._class_atom()
            ranged = self._ahead("-") and self.text[self.at + 1 : self.at + 2] not in ("", "]")
            if not ranged:
                ranges.extend(low)
                continue
            self.at += 1
            high = self._class_atom()
            if len(low) != 1 or len(high) != 1 or low[0][0] != low[0][1] or high[0][0] != high[0][1]:
                if self.unicode:
                    self._wrong("a class cannot be the end of a range")
                ranges.extend((*low, (45, 45), *high))
                continue
            if low[0][0] > high[0][0]:
                self._wrong("a range that ends before it begins")
            ranges.append((low[0][0], high[0][0]))
        return Characters(ranges=tuple(ranges), negated=negated)

    def _class_atom(self) -> tuple[Range, ...]:
        character = self.text[self.at]
        self.at += 1
        if character == "\\":
            return self._escape(in_class=True)
        return ((ord(character), ord(character)),)


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_hexadecimal(text: str) -> bool:
    return 0 < len(text) <= 8 and all(character in "0123456789abcdefABCDEF" for character in text)


def _of_category(wanted: str) -> tuple[Range, ...]:
    return tuple(
        range_ for name, ranges in _categories().items() if name.startswith(wanted) for range_ in ranges
    )


@lru_cache(1)
def _categories() -> dict[str, list[Range]]:
    """The characters of each general category of Unicode."""
    found: dict[str, list[Range]] = {}
    start, current = 0, unicodedata.category("\0")
    for code in range(1, LAST + 2):
        category = unicodedata.category(chr(code)) if code <= LAST else ""
        if category != current:
            found.setdefault(current, []).append((start, code - 1))
            start, current = code, category
    return found
