"""JavaScript, and what is taken for it, outside the model language: how each construct is told and what to write instead.

Looks at the tokens around the one that does not fit; the grammar itself knows none of these constructs.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from cubeproof.parse.tokens import OPERAND_END, OPERAND_START, Token


class Construct(NamedTuple):
    """A construct that models do not have: the code, what it is, what to write instead, and which tokens it is."""

    code: str
    name: str
    instead: str
    first: int = 0
    """How many tokens before the offending one it begins."""


_LOOP = "write `for (const item of items) { … }`"
_CLASS = "write a function that returns an object"
_TRY = "test the value before it is used; an error ends the compilation anyway"
KEYWORDS: Final[dict[str, Construct]] = {
    "class": Construct("E130", "a class", _CLASS),
    "extends": Construct(
        "E130", "`extends` outside a cube", "inherit with the cube's property `extends: Other`"
    ),
    "super": Construct("E130", "`super`", _CLASS),
    "enum": Construct("E136", "an `enum` of TypeScript", "write a `const` object"),
    "yield": Construct("E131", "a generator", "return an array"),
    "switch": Construct("E137", "`switch`", "write `if … else if …`, or look the value up in an object"),
    "case": Construct(
        "E137", "`case` of a `switch`", "write `if … else if …`, or look the value up in an object"
    ),
    "while": Construct("E138", "`while`", _LOOP),
    "do": Construct("E138", "`do … while`", _LOOP),
    "with": Construct("E139", "`with`", "name the object: `object.property`"),
    "try": Construct("E140", "`try`", _TRY),
    "catch": Construct("E140", "`catch`", _TRY),
    "finally": Construct("E140", "`finally`", _TRY),
    "debugger": Construct("E146", "`debugger`", "remove it"),
}
_GENERATOR: Final = Construct("E131", "a generator", "write a plain function that returns an array")
_TYPED: Final = Construct(
    "E136", "a type annotation of TypeScript", "remove the type; models are plain JavaScript"
)
_ANNOTATED: Final = ("NAME", "RPAR", "QUESTION", "RBRACE", "RSQB")
_TYPE_WORDS: Final = ("interface", "type", "namespace", "declare", "abstract", "module")
_TYPE_OPERATORS: Final = ("as", "satisfies")
_MODIFIERS: Final = ("public", "private", "protected", "readonly", "static")


def found(
    before: Sequence[Token], token: Token, after: Token, around: str, starts_statement: bool
) -> Construct | None:
    """The construct whose middle `token` is, or None.

    `before` are the tokens before it, the nearest last; `around` is the type of the innermost open bracket; and
    `starts_statement` says whether the token before it stands where a statement begins.
    """
    last = before[-1]
    if token.value in ("with", "assert") and last.type == "TEXT" and before[-2].type in ("FROM", "IMPORT"):
        return Construct("E142", f"`{token.value}` behind an import", f"leave out `{token.value} {{…}}`")
    if token.type == "UNSUPPORTED":
        return KEYWORDS[token.value]
    if last.type == "NEW" or (last.type == "NAME" and len(before) > 1 and before[-2].type == "NEW"):
        first = 1 if last.type == "NEW" else 2
        advice = "call a function, or write an object `{…}`"
        return Construct("E132", "`new` with anything but a plain name", advice, first)
    if token.value == "*" and token.type == "OPERATOR":
        return _star(before, around)
    if token.type in ("HEAD", "TEMPLATE") and last.type in OPERAND_END - {"STEP"}:
        help_ = "call the function: `` tag(`…`) ``; or put a comma before the template"
        return Construct("E134", "a tagged template", help_, 1)
    if (
        token.type == "OPERATOR"
        and token.value == "<"
        and last.type not in OPERAND_END
        and after.type in ("NAME", "OPERATOR")
    ):
        return Construct("E135", "JSX", "models hold no markup; write a text between quotes or back-ticks")
    return (
        _module(before, token, after)
        or _colon(before, token, around, starts_statement)
        or _words(before, token, after, around)
    )


def _star(before: Sequence[Token], around: str) -> Construct | None:
    last = before[-1]
    if last.type in ("FUNCTION", "FUNCTION_HEAD"):
        return _GENERATOR._replace(first=1)
    if around == "LBRACE" and (last.type in ("COMMA", "LBRACE") or last.value == "async"):
        return _GENERATOR
    if last.type == "IMPORT":
        return Construct("E142", "`import *`", "name what you need: `import {a, b} from './module'`", 1)
    if last.type == "EXPORT":
        return Construct("E142", "`export *`", "name what you export: `export {a, b} from './module'`", 1)
    if last.type == "COMMA" and len(before) > 2 and before[-3].type == "IMPORT":
        return Construct("E142", "`import *`", "name what you need: `import a, {b} from './module'`")
    return None


def _module(before: Sequence[Token], token: Token, after: Token) -> Construct | None:
    if token.type == "AWAIT" and before[-1].type == "FOR":
        return Construct("E148", "`for await`", _LOOP, 1)
    if before[-1].type == "IMPORT":
        return _imported(token, 1)
    return _imported(after, 0) if token.type == "IMPORT" else None


def _imported(token: Token, first: int) -> Construct | None:
    """What `import` is where it begins no statement: `token` stands behind it."""
    if token.type == "LPAR":
        return Construct(
            "E142", "`import()` at run time", "import at the top: `import {a} from './module'`", first
        )
    if token.type == "DOT":
        return Construct("E142", "`import.meta`", "a model cannot know where its file is", first)
    return None


def unbraced(before: Sequence[Token], token: Token) -> bool:
    """Whether properties stand in a call without the braces of an object: `cube('Orders', sql: …)`."""
    if token.type != "COLON" or len(before) < 3 or before[-1].type not in ("NAME", "KEY", "TEXT"):
        return False
    behind_text = before[-2].type == "COMMA" and before[-3].type in ("TEXT", "TEMPLATE", "TAIL")
    return behind_text or (before[-2].type == "LPAR" and before[-3].value in ("cube", "view"))


def _colon(before: Sequence[Token], token: Token, around: str, starts_statement: bool) -> Construct | None:
    last = before[-1]
    if token.type != "COLON" or unbraced(before, token):
        return None
    if last.type == "NAME" and starts_statement and around in ("BEGIN", "LBLOCK"):
        return Construct(
            "E133",
            f"the label `{last.value}:`",
            "put loops into a function and `return`; an object here needs parentheses",
            1,
        )
    return _TYPED if last.type in _ANNOTATED and around in ("BEGIN", "LBLOCK", "LPAR", "LARROW") else None


def _words(before: Sequence[Token], token: Token, after: Token, around: str) -> Construct | None:
    last = before[-1]
    typed = last.value in (*_TYPE_WORDS, *_MODIFIERS) and token.type in ("NAME", "UNSUPPORTED")
    if last.type == "NAME" and typed:
        return Construct("E136", f"`{last.value}` of TypeScript", "remove it; models are plain JavaScript", 1)
    if (last.value in _TYPE_WORDS and token.value == "{" and before[-2].type in ("IMPORT", "EXPORT")) or (
        last.type == "EXPORT" and token.value in _TYPE_WORDS and (after.type == "NAME" or after.value == "{")
    ):
        word = token if last.type == "EXPORT" else last
        return Construct("E136", f"`{word.value}` of TypeScript", "remove it; models are plain JavaScript", 1)
    if last.type == "NAME" and last.value in ("get", "set") and _is_key(before[-2], around):
        return Construct("E143", f"a `{last.value}` accessor", "write a property with a value", 1)
    if last.type in ("BREAK", "CONTINUE") and token.type == "NAME":
        return Construct(
            "E133", f"the label `{token.value}`", "put the loops into a function and `return`", 1
        )
    if last.type not in OPERAND_END:
        return None
    if token.value in _TYPE_OPERATORS and after.type in OPERAND_START:
        return Construct("E136", f"`{token.value}` of TypeScript", "remove it and the type behind it")
    if token.value == "!" and token.start == last.end:
        return Construct("E136", "`!` of TypeScript behind a value", "remove the `!`")
    return None


def _is_key(before: Token, around: str) -> bool:
    return around == "LBRACE" and before.type in ("COMMA", "LBRACE")
