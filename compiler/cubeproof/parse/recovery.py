"""A token that fits nowhere: say what is wrong there, and find the place where reading goes on.

Small things (a comma, a colon) are supplied and reading goes on as if they stood there. After anything else the property
or statement around the place is given up, and reading goes on behind it, so that the next one is read whole. Where the
lexer would have read on differently, the whole file is read again with the repair.
"""

from collections.abc import Sequence
from typing import Final

from cubeproof.diagnostics import Diagnostic, Related
from cubeproof.parse import ast, brackets, constructs, explain
from cubeproof.parse.machine import Machine
from cubeproof.parse.reader import Reader
from cubeproof.parse.tokens import (
    CLOSERS,
    END,
    LINE_BREAKS,
    OPENERS,
    OPERAND_START,
    RESERVED,
    STATEMENT_START,
    TEMPLATES,
    Token,
)  # fmt: skip
from cubeproof.parse.tree import Parts

_ALIKE: Final = {
    "LBLOCK": "LBRACE",
    "FUNCTION_HEAD": "FUNCTION",
    "IF": "KEY",
    "FOR": "KEY",
    "ELSE": "KEY",
    "DEFAULT": "KEY",
}
"""What the lexer would have made of a token, had the comma or colon before it not been missing."""
_KEYS: Final = ("NAME", "KEY", "TEXT", "TEMPLATE", "NUMBER")
_DECLARING: Final = ("const", "let", "var", "function", "class", "import")
_CONTINUES: Final = ("catch", "finally", "while", "case", "extends")


class Recovery:
    """What was met in one reading of a file; called by the machine."""

    def __init__(self, reader: Reader, errors: int) -> None:
        self.reader = reader
        self.errors = errors
        """How many more errors may be reported."""
        self.cut_off = False
        """There was one more than that."""
        self.diagnostics: list[Diagnostic] = []
        self.ending: tuple[int, int] | None = None
        """Read again, with the template whose text starts at the first ending at the second."""
        self.supplied: tuple[int, str] | None = None
        """Read again, with this punctuation before the token that starts there."""
        self.given_up = -1
        self._open: list[Token] = []
        self._seen = 1
        """Up to where `_open` was followed: errors are met in order, so the tokens are gone through once."""

    def __call__(self, machine: Machine) -> bool:
        """Bring the machine to where it can go on; False to end this reading."""
        place = machine.place
        before, token = machine.tokens[place - 1], machine.tokens[place]
        for one in (before, token):
            if one.type in TEMPLATES and one.end > one.start:
                self.ending = brackets.suspect(self.reader.text, one.start + 1, one.end)
                if self.ending and self.ending[0] not in self.reader.repairs.endings:
                    return False
        open_ones = self._open_before(machine.tokens, place)
        if _is_supplied(token) or _is_supplied(before):
            return self._give_up(machine, open_ones)
        if self.errors <= 0:
            self.cut_off = True
            return False
        self.errors -= 1
        around = open_ones[-1].type if open_ones else "BEGIN"
        if self._supply(machine, before, token, around):
            return self.supplied is None
        found = constructs.found(
            machine.tokens[max(0, place - 4) : place],
            token,
            self._after(machine),
            around,
            _begins_statement(machine),
        )
        if found is None:
            self._report(*explain.unexpected(machine, before, token, open_ones))
            return self._give_up(machine, open_ones)
        start = machine.tokens[place - found.first].start
        self._report(
            start, token.end, found.code, f"{found.name} is not part of the model language", found.instead
        )
        if found.code == "E133" and token.type == "COLON":
            machine.back_to(len(machine.values) - 1)
            machine.place += 1
            return True
        return self._give_up(machine, open_ones)

    def _open_before(self, tokens: Sequence[Token], place: int) -> list[Token]:
        """The brackets and interpolations that are open before a place."""
        for number in range(self._seen, place):
            token = tokens[number]
            if token.type in OPENERS:
                self._open.append(token)
            elif token.type in CLOSERS:
                self._open.pop()
        self._seen = max(self._seen, place)
        return self._open

    def _after(self, machine: Machine) -> Token:
        return machine.tokens[min(machine.place + 1, len(machine.tokens) - 1)]

    def _report(
        self, start: int, end: int, code: str, message: str, help_: str | None, *related: Related
    ) -> None:
        span = self.reader.related("", start, end).span
        self.diagnostics.append(
            Diagnostic(code=code, message=message, span=span, help=help_, related=related)
        )

    # Punctuation

    def _supply(self, machine: Machine, before: Token, token: Token, around: str) -> bool:
        """Put a comma or a colon where one is missing, or in the place of a `;`; False where none is."""
        type_ = _ALIKE.get(token.type, token.type)
        if around == "LBRACE" and token.value in RESERVED and self._after(machine).type in ("COLON", "LPAR"):
            type_ = "KEY"
        accessor = before.value in ("get", "set") and self._after(machine).type == "LPAR"
        tagged = token.type in ("TEMPLATE", "HEAD") and before.end == token.start
        if accessor or tagged:
            return False
        begins = type_ in OPERAND_START or type_ in ("KEY", "ELLIPSIS")
        shown = explain.shown(before)
        if around == "LBRACE" and begins and self._wants_colon(machine, before, token):
            self._report(
                before.end,
                before.end,
                "E102",
                f"`:` is missing after {shown}",
                "a property is written `key: value`",
            )
            return self._put(machine, ":", "COLON", token, type_)
        if around == "LBRACE" and token.type == "SEMICOLON" and machine.accepts("COMMA"):
            self._report(token.start, token.end, "E102", "`;` stands between properties", "write `,` instead")
            token.type = "COMMA"
            return True
        listed = around in ("LBRACE", "LSQB", "LPAR", "LARROW") and begins
        if listed and machine.accepts("COMMA", type_):
            what = {"LBRACE": "properties", "LSQB": "elements"}.get(around, "arguments")
            help_ = f"{what} are separated by `,`"
            self._report(before.end, before.end, "E102", f"`,` is missing after {shown}", help_)
            return self._put(machine, ",", "COMMA", token, type_)
        return False

    def _wants_colon(self, machine: Machine, before: Token, token: Token) -> bool:
        is_key = before.type in _KEYS and machine.tokens[machine.place - 2].type in ("LBRACE", "COMMA")
        next_key = token.type in _KEYS and self._after(machine).type == "COLON"
        return is_key and not next_key and machine.accepts("COLON")

    def _put(self, machine: Machine, mark: str, type_: str, token: Token, alike: str) -> bool:
        if alike == "KEY":
            token.type = "KEY"
        elif alike != token.type:
            self.supplied = (token.start, mark)
            return True
        return machine.supply(type_, mark)

    # Giving up a property or statement

    def _give_up(self, machine: Machine, open_ones: Sequence[Token]) -> bool:
        """Forget the property or statement around the place, and skip to its end."""
        place = machine.place
        deep, height, inside = len(open_ones), 0, False
        for number in range(len(open_ones) - 1, -1, -1):
            opener = open_ones[number]
            if opener.type in ("LBRACE", "LBLOCK"):
                held = _find(machine.values, opener)
                if held is not None:
                    deep, height, inside = len(open_ones) - 1 - number, held + 1, opener.type == "LBRACE"
                    break
        kept = len(machine.values) > height and type(machine.values[height]) is list
        begun = machine.starts[height + kept] if len(machine.starts) > height + kept else None
        if inside:
            lost = machine.builder.lost.setdefault(machine.starts[height - 1], [])
            lost.append(_key(machine.values[height + kept :]))
        machine.back_to(height + kept)
        if inside:
            place = _skip_property(machine.tokens, place, deep)
            place += machine.tokens[place].type == "COMMA" and not kept
        else:
            place = self._skip_statement(machine.tokens, place, deep)
            machine.builder.lost_names += _declared(machine.tokens, begun, place)
        machine.place = place
        machine.end = machine.tokens[place - 1].end
        self.given_up = place
        return True

    def _skip_statement(self, tokens: Sequence[Token], place: int, deep: int) -> int:
        for number in range(place, len(tokens)):
            token = tokens[number]
            if token.type == END:
                return number
            if deep <= 0:
                if token.type in CLOSERS:
                    return number
                if token.type == "SEMICOLON" or (token.type == "AUTO" and number > place):
                    return number + 1
                fresh = number > place or number != self.given_up
                if (
                    fresh
                    and number > 1
                    and self._begins_line(tokens, number)
                    and token.value not in _CONTINUES
                ):
                    return number
            deep += (token.type in OPENERS) - (token.type in CLOSERS)
        return len(tokens) - 1

    def _begins_line(self, tokens: Sequence[Token], number: int) -> bool:
        between = self.reader.text[tokens[number - 1].end : tokens[number].start]
        return tokens[number].type in STATEMENT_START and any(
            character in between for character in LINE_BREAKS
        )


def _skip_property(tokens: Sequence[Token], place: int, deep: int) -> int:
    for number in range(place, len(tokens)):
        token = tokens[number]
        if token.type == END or (deep <= 0 and (token.type == "COMMA" or token.type in CLOSERS)):
            return number
        deep += (token.type in OPENERS) - (token.type in CLOSERS)
    return len(tokens) - 1


def _declared(tokens: Sequence[Token], begun: int | None, stop: int) -> list[str]:
    """The names that a statement was to make, whose first token starts at `begun` and which was skipped up to `stop`."""
    first = stop
    while begun is not None and first > 1 and tokens[first - 1].start >= begun:
        first -= 1
    while first < stop and tokens[first].value in ("export", "async"):
        first += 1
    if first == stop or tokens[first].value not in _DECLARING:
        return []
    names, deep = [], 0
    for token in tokens[first:stop]:
        deep += (token.type in OPENERS) - (token.type in CLOSERS)
        if deep == 0 and token.value == "=":
            break
        if token.type == "NAME":
            names.append(str(token.value))
            if tokens[first].value in ("function", "class"):
                break
    return names


def _key(values: Sequence[object]) -> str:
    """What is given up: the key of a property that was begun, `*` if there is none that can be told."""
    for value in values:
        if isinstance(value, ast.Text):
            return value.value
        if isinstance(value, Token) and value.type in ("NAME", "KEY", "TEXT"):
            return str(value.value)
        if not isinstance(value, Token) or value.type != "COMMA":
            break
    return "*"


def _find(values: Sequence[object], wanted: Token) -> int | None:
    return next((number for number in range(len(values) - 1, -1, -1) if values[number] is wanted), None)


def _is_supplied(token: Token) -> bool:
    return token.start == token.end and token.type in CLOSERS


def _begins_statement(machine: Machine) -> bool:
    """Whether the token before the offending one is the first of a statement."""
    values = machine.values
    return len(values) >= 2 and type(values[-2]) is list and not isinstance(values[-2], Parts)
