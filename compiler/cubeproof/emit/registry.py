"""A dialect: facts about an engine's SQL, and its functions and templates, as compiled from its TOML and Jinja files.

Knows names, literals and brackets; not what a plan is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, TypeAlias

import msgspec

from cubeproof.diagnostics import CompileError, Diagnostic
from cubeproof.diagnostics.nearest import nearest
from cubeproof.emit import scan

Template: TypeAlias = "Callable[[Mapping[str, Any], Dialect], str]"
Function: TypeAlias = "Template | Mapping[str, Template] | Literal[False]"
"""One line of SQL, one for each word (a granularity), or nothing: the engine cannot."""

_CONTROL = re.compile("([\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069])")
"""What a terminal obeys instead of showing it: literals say it in ASCII."""
_PLAIN = re.compile(r"[a-z_][a-z0-9_]*")


class Dialect(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What `emit/dialects/<name>.toml` says; `dialects/base.toml` explains each key."""

    name: str
    identifier_quote: str
    placeholder: str
    numbered: bool
    foreign_placeholder: str
    name_quotes: str
    dollar_quotes: bool
    escape_strings: bool
    nested_comments: bool
    named_zones: bool
    unlimited: str
    character: str
    functions: Mapping[str, Function]
    templates: Mapping[str, Template]
    arguments: Mapping[str, tuple[str, ...]]
    """The names of each function's arguments."""
    advice: Mapping[str, str]
    """What to do where a function is missing."""

    @property
    def lexis(self) -> scan.Lexis:
        """How its text is read."""
        return scan.lexis(
            self.name_quotes,
            self.foreign_placeholder,
            dollar_quotes=self.dollar_quotes,
            escape_strings=self.escape_strings,
            nested_comments=self.nested_comments,
        )

    def quoted(self, name: str) -> str:
        """A name in quotes."""
        quote = self.identifier_quote
        return f"{quote}{name.replace(quote, quote * 2)}{quote}"

    def alias(self, name: str) -> str:
        """A table's alias: bare where it is a plain lower-case word that no engine reserves."""
        from cubeproof.emit.compiled import RESERVED

        return name if _PLAIN.fullmatch(name) and name not in RESERVED else self.quoted(name)

    def literal(self, text: str) -> str:
        """A text as a string literal that the engine reads back character by character."""
        if _CONTROL.search(text):
            pieces = (
                self.character.format(code=ord(piece)) if _CONTROL.fullmatch(piece) else self.literal(piece)
                for piece in _CONTROL.split(text)
                if piece
            )
            return f"({' || '.join(pieces)})"
        doubled = text.replace("'", "''")
        if self.escape_strings and "\\" in text:
            # INVARIANT: reads the same whether or not the server takes plain strings literally.
            return "E'" + doubled.replace("\\", "\\\\") + "'"
        return f"'{doubled}'"

    def at_least(self, text: str, level: int) -> str:
        """The text, in brackets if it binds weaker than `level`."""
        return text if scan.level(text, self.lexis) >= level else f"({text})"

    def operand(self, text: str) -> str:
        """The text such that any operator may stand beside it."""
        return self.at_least(text, scan.ATOM)

    def operands(self, texts: Sequence[str]) -> list[str]:
        """Each of them as an operand."""
        return [self.operand(text) for text in texts]

    def render(self, template: str, pieces: Mapping[str, Any]) -> str:
        """Lay the pieces out by a template of this dialect; its final line break is not part of it."""
        return self.templates[template](pieces, self).removesuffix("\n")


def names() -> tuple[str, ...]:
    """The dialects there are, in order."""
    from cubeproof.emit.compiled import DIALECTS

    return tuple(sorted(DIALECTS))


@lru_cache(maxsize=32)
def dialect(name: str) -> Dialect:
    """The dialect of that name; raises `CompileError` (E500)."""
    from cubeproof.emit.compiled import ADVICE, ARGUMENTS, DIALECTS, FUNCTIONS, TEMPLATES

    if name not in DIALECTS:
        meant = nearest(name, names())
        known = ", ".join(f"`{each}`" for each in names())
        advice = f"did you mean `{meant}`?" if meant else f"the dialects are {known}"
        raise CompileError([Diagnostic(code="E500", message=f"there is no dialect `{name}`", help=advice)])
    return Dialect(
        name=name,
        functions=FUNCTIONS[name],
        templates=TEMPLATES[name],
        arguments=ARGUMENTS,
        advice=ADVICE,
        **DIALECTS[name],
    )
