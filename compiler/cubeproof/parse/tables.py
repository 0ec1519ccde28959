"""The parser's tables: built by Lark from the grammar, shipped as JSON, read without importing Lark.

`tables.json` is written by `tools/generate_grammar.py`; where it is missing, the tables are built from the grammar,
which gives the same ones. States are numbered by the order in which symbols in alphabetical order reach them, so that
the numbers are a matter of the grammar alone.
"""

import os
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from lark import Lark

GRAMMAR: Final = "model.lark"
SAVED: Final = os.path.join(os.path.dirname(__file__), "tables.json")
START: Final = "file"


class Rule(msgspec.Struct, frozen=True, array_like=True):
    """`origin: …`, `length` symbols long; an empty action hands the only child on."""

    origin: str
    length: int
    action: str


class Tables(msgspec.Struct, frozen=True):
    """An LALR automaton; state 0 is the first."""

    rules: list[Rule]
    actions: list[dict[str, int]]
    """For each state and terminal: the state to shift to, or, negative, -1 minus the rule to reduce by."""
    defaults: list[int]
    """For each state the reduction, written as above, that every terminal leads to; 0 where there is none."""
    gotos: list[dict[str, int]]
    """For each state and rule's origin: the state after it."""


_loaded: list[Tables] = []


def load() -> Tables:
    """The tables of the grammar that this version was shipped with, read once."""
    if not _loaded:
        try:
            with open(SAVED, "rb") as file:
                _loaded.append(msgspec.json.decode(file.read(), type=Tables))
        except (OSError, msgspec.MsgspecError):
            _loaded.append(build(grammar()))
    return _loaded[0]


def grammar() -> str:
    """The grammar's text."""
    from importlib.resources import files

    return files("cubeproof.grammar").joinpath(GRAMMAR).read_text(encoding="utf-8")


def lark(text: str) -> "Lark":
    """Lark's own parser of the grammar; raises `lark.exceptions.GrammarError` on any conflict."""
    from lark import Lark
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        """Stands for the lexer that Lark never sees."""

        def __init__(self, _conf: object) -> None:
            pass

        def lex(self, lexer_state: object, parser_state: object) -> Any:
            return iter(())

    return Lark(text, parser="lalr", lexer=NoLexer, start=START, strict=True, keep_all_tokens=True)


def build(text: str) -> Tables:
    """The tables of a grammar, as Lark computes them; the same for the same text."""
    from lark.parsers.lalr_analysis import Shift

    parser = lark(text)
    table = parser.parser.parser._parse_table
    rules = {rule: number for number, rule in enumerate(parser.rules)}
    number_of = {table.start_states[START]: 0}
    order = [table.start_states[START]]
    for state in order:
        for symbol in sorted(table.states[state]):
            action, target = table.states[state][symbol]
            if action is Shift and target not in number_of:
                number_of[target] = len(order)
                order.append(target)
    actions, gotos, defaults = [], [], []
    for state in order:
        entries = sorted(table.states[state].items())
        shifts = {symbol: number_of[target] for symbol, (action, target) in entries if action is Shift}
        reductions = {symbol: -1 - rules[rule] for symbol, (action, rule) in entries if action is not Shift}
        row = {symbol: target for symbol, target in shifts.items() if _is_terminal(symbol)} | reductions
        only = len(row) == len(reductions) and len(set(reductions.values())) == 1
        defaults.append(next(iter(reductions.values())) if only else 0)
        actions.append({} if only else dict(sorted(row.items())))
        gotos.append({symbol: target for symbol, target in shifts.items() if not _is_terminal(symbol)})
    return Tables([_rule(rule) for rule in parser.rules], actions, defaults, gotos)


def _is_terminal(symbol: str) -> bool:
    return symbol.upper() == symbol


def _rule(rule: Any) -> Rule:
    origin, length = str(rule.origin.name), len(rule.expansion)
    hands_on = rule.options.expand1 and length == 1 and rule.alias is None
    return Rule(origin, length, "" if hands_on else str(rule.alias or origin))


def encode(tables: Tables) -> bytes:
    """The content of the saved file: a state a line."""
    parts = {field: getattr(tables, field) for field in tables.__struct_fields__}
    lines = (
        f'"{field}": [\n' + ",\n".join(msgspec.json.encode(row).decode() for row in rows) + "\n]"
        for field, rows in parts.items()
    )
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()
