"""The LALR automaton: runs Lark's tables over the tokens and calls the actions. Knows states, and nothing of what rules mean.

Beside each state stand the value of its symbol, where it begins, and how deep its tree is. A token that the tables do
not take is met in this order: by the semicolon that the language inserts, or by `recovery`, which reports it and
brings the stacks and the tokens to a place where reading goes on.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from cubeproof.parse import ast, tables
from cubeproof.parse.actions import ACTIONS, FLAT
from cubeproof.parse.limits import Limits
from cubeproof.parse.tokens import END, LINE_BREAKS, OPERAND_END, Token
from cubeproof.parse.tree import Action, Builder


class TooDeep(Exception):
    """The tree is deeper than a later stage could walk: nothing of the file is kept."""


class Program(msgspec.Struct, frozen=True):
    """The tables, laid out for the automaton: lists by rule are indexed as reductions are written, -1 minus the rule."""

    actions: list[dict[str, int]]
    defaults: list[int]
    gotos: list[dict[str, int]]
    origins: list[str]
    lengths: list[int]
    calls: list[Action | None]
    levels: list[int]
    """How much deeper a tree the rule makes; -1 for a chain, which says so itself."""


_program: list[Program] = []


def program() -> Program:
    """The tables of the grammar with the actions, made once."""
    if not _program:
        loaded = tables.load()
        _program.append(
            Program(
                loaded.actions,
                loaded.defaults,
                loaded.gotos,
                [rule.origin for rule in reversed(loaded.rules)],
                [rule.length for rule in reversed(loaded.rules)],
                [ACTIONS[rule.action] if rule.action else None for rule in reversed(loaded.rules)],
                [_level(rule.action) for rule in reversed(loaded.rules)],
            )
        )
    return _program[0]


def _level(action: str) -> int:
    return -1 if action == "fold" else 0 if action in FLAT else 1


class Machine:
    """One reading of one file's tokens."""

    def __init__(
        self, builder: Builder, tokens: list[Token], limits: Limits, recover: Callable[["Machine"], bool]
    ) -> None:
        self.builder = builder
        self.tokens = tokens
        self.limits = limits
        self.recover = recover
        """Called where a token fits nowhere; it changes this machine, and returns False to give up."""
        self.program: Final = program()
        self.states = [0]
        self.values: list[Any] = []
        self.starts: list[int] = []
        self.depths: list[int] = []
        self.place = 1
        """Of the token, in `tokens`, that is read next."""
        self.end = 0
        """Where the last token ended that was taken."""

    def run(self) -> ast.File | None:
        """Read all tokens; None where `recover` gave up."""
        while True:
            if self._advance(None):
                found: ast.File = self.values[0]
                return found
            token = self.tokens[self.place]
            if self.semicolon_due(token):
                self._advance(Token("AUTO", self.end, self.end, ";"))
            elif not self.recover(self):
                return None

    def _advance(self, supplied: Token | None) -> bool:
        """Take tokens as long as they fit, or only `supplied`; True at the end of the file."""
        p = self.program
        actions, defaults, gotos, calls, levels = p.actions, p.defaults, p.gotos, p.calls, p.levels
        lengths, origins, builder, limit = p.lengths, p.origins, self.builder, self.limits.depth
        states, values, starts, depths = self.states, self.values, self.starts, self.depths
        tokens, place, end = self.tokens, self.place, self.end
        token = supplied or tokens[place]
        while True:
            act = actions[states[-1]].get(token.type) or defaults[states[-1]]
            if act > 0:
                states.append(act)
                values.append(token)
                starts.append(token.start)
                depths.append(0)
                end = token.end
                if supplied is not None:
                    break
                place, token = place + 1, tokens[place + 1]
                continue
            if act == 0:
                break
            call, length, level = calls[act], lengths[act], levels[act]
            if call is None:
                states[-1] = gotos[states[-2]][origins[act]]
                continue
            level = level if level >= 0 else len(values[-1]) >> 1
            if length == 1:
                values[-1] = call(builder, [values[-1]], starts[-1], end)
                depths[-1] = depth = depths[-1] + level
                states[-1] = gotos[states[-2]][origins[act]]
            elif length:
                children = values[-length:]
                depth = max(depths[-length:]) + level
                start = starts[-length]
                del values[-length:], depths[-length:], starts[1 - length :], states[-length:]
                values.append(call(builder, children, start, end))
                depths.append(depth)
                states.append(gotos[states[-1]][origins[act]])
            else:
                values.append(call(builder, [], token.start, token.start))
                starts.append(token.start)
                depths.append(depth := 0)
                states.append(gotos[states[-1]][origins[act]])
            if depth > limit:
                self._too_deep(starts[-1], end)
            if origins[act] == tables.START:
                break
        self.place, self.end = place, end
        return act < 0

    def _too_deep(self, start: int, end: int) -> None:
        message = f"this is nested, or chained, more than {self.limits.depth} levels deep"
        help_ = "give parts of it a name with `const`, or write a long chain as a list and `join` it"
        self.builder.report(self.builder.span(start, end), "E117", message, help_)
        raise TooDeep

    # What recovery asks for and does

    def semicolon_due(self, token: Token) -> bool:
        """Whether the language inserts a semicolon before `token`, which does not fit: ECMAScript 12.10.1."""
        before = self.tokens[self.place - 1].type
        if token.type in ("TEMPLATE", "HEAD") and before in OPERAND_END - {"STEP"}:
            return False  # a tagged template, whatever stands between
        if token.type not in ("RBLOCK", END):
            between = self.builder.source.text[self.end : token.start]
            if not any(character in between for character in LINE_BREAKS):
                return False
        return self.accepts("AUTO")

    def accepts(self, *types: str) -> bool:
        """Whether tokens of these types would be taken now, one after the other."""
        p = self.program
        states = list(self.states)
        for type_ in types:
            while True:
                act = p.actions[states[-1]].get(type_) or p.defaults[states[-1]]
                if act >= 0:
                    break
                length = p.lengths[act]
                del states[len(states) - length :]
                states.append(p.gotos[states[-1]][p.origins[act]])
                if p.origins[act] == tables.START:
                    return type_ == END
            if act == 0:
                return False
            states.append(act)
        return True

    def supply(self, type_: str, value: str) -> bool:
        """Take a token that is not there; False where it does not fit."""
        if not self.accepts(type_):
            return False
        self._advance(Token(type_, self.end, self.end, value))
        return True

    def back_to(self, height: int) -> None:
        """Forget all symbols beyond the first `height`."""
        del self.values[height:], self.starts[height:], self.depths[height:], self.states[height + 1 :]
