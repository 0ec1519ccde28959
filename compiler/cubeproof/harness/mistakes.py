"""Access mistakes that people make, planted into a finished model one at a time: in memory, never in a file.

A mistake changes the guards of one cube, or its access policies, so that a caller may see more, or others' rows. Knows the
model; must not know who is to notice.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

import msgspec

from cubeproof.lower import ir
from cubeproof.lower.sql import ClaimText, Guard, Part, Sql
from cubeproof.source import Span

Parts: TypeAlias = tuple[Part, ...]
Change: TypeAlias = Callable[[Parts, int, Guard], Parts | None]
"""The parts of a cube's SQL with one guard changed; None where the mistake cannot be made there."""


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """A model with one mistake in it."""

    name: str
    what: str
    """What was done, in words."""
    cube: str
    claims: tuple[str, ...]
    span: Span
    cubes: Mapping[str, ir.Cube]

    def planted(self, model: ir.Model) -> ir.Model:
        """The model with the mistake."""
        return msgspec.structs.replace(model, cubes={**model.cubes, **self.cubes})


def mistakes(model: ir.Model) -> Iterator[Mistake]:
    """Every mistake that can be made in a model, cube by cube."""
    for cube in model.cubes.values():
        if not cube.is_table:
            for at, part in enumerate(cube.table.parts):
                if isinstance(part, Guard):
                    yield from _of_guard(cube, at, part)
        yield from _of_policies(cube)


def _of_guard(cube: ir.Cube, at: int, guard: Guard) -> Iterator[Mistake]:
    for name, (what, change) in OF_GUARDS.items():
        parts = change(cube.table.parts, at, guard)
        if parts is None:
            continue
        table = msgspec.structs.replace(cube.table, parts=parts)
        claim = ".".join(map(str, guard.path))
        yield Mistake(
            name=name, what=what.format(claim=claim), cube=cube.name, claims=(claim,), span=guard.span,
            cubes={cube.name: msgspec.structs.replace(cube, table=table)},
        )  # fmt: skip


def _of_policies(cube: ir.Cube) -> Iterator[Mistake]:
    policies = cube.policies or ()
    if cube.policies is not None:
        yield _with_policies("policies-dropped", "its access policies are left out", cube, None)
    for at, policy in enumerate(policies):
        before, after = policies[:at], policies[at + 1 :]
        if policy.rows:
            open_ = msgspec.structs.replace(policy, rows=None)
            what = "the row filters of an access policy are left out"
            yield _with_policies("policy-rows-dropped", what, cube, (*before, open_, *after))
            shorter = msgspec.structs.replace(policy, rows=policy.rows[:-1] or None)
            what = "the last row filter of an access policy is left out"
            if len(policy.rows) > 1:
                yield _with_policies("policy-row-dropped", what, cube, (*before, shorter, *after))
        if policy.groups != ("*",):
            all_ = msgspec.structs.replace(policy, groups=("*",))
            what = "an access policy of a group is that of everyone"
            yield _with_policies("policy-for-all", what, cube, (*before, all_, *after))
        if policy.conditions:
            free = msgspec.structs.replace(policy, conditions=())
            what = "the conditions of an access policy are left out"
            yield _with_policies("policy-without-conditions", what, cube, (*before, free, *after))


def _with_policies(name: str, what: str, cube: ir.Cube, policies: tuple[ir.Policy, ...] | None) -> Mistake:
    changed = msgspec.structs.replace(cube, policies=policies)
    return Mistake(
        name=name, what=what, cube=cube.name, claims=(), span=cube.span, cubes={cube.name: changed}
    )


# Of guards


def _put(parts: Parts, at: int, *instead: Part) -> Parts:
    return (*parts[:at], *instead, *parts[at + 1 :])


def _dropped(parts: Parts, at: int, _: Guard) -> Parts:
    return _put(parts, at, "1 = 1")


def _not_required(parts: Parts, at: int, guard: Guard) -> Parts | None:
    return _put(parts, at, msgspec.structs.replace(guard, required=False)) if guard.required else None


def _around(before: str, after: str) -> Change:
    return lambda parts, at, guard: _put(parts, at, before, guard, after)


def _conjunction(side: int, pattern: str) -> Change:
    """The AND beside the guard becomes OR."""

    def change(parts: Parts, at: int, _: Guard) -> Parts | None:
        place = at + side
        text = parts[place] if 0 <= place < len(parts) else None
        if not isinstance(text, str) or not re.search(pattern, text, re.IGNORECASE):
            return None
        return _put(parts, place, re.sub(pattern, r"\1OR\2", text, count=1, flags=re.IGNORECASE))

    return change


def _claim(rename: Callable[[str], str]) -> Change:
    def change(parts: Parts, at: int, guard: Guard) -> Parts | None:
        last = rename(str(guard.path[-1]))
        if last == guard.path[-1]:
            return None
        return _put(parts, at, msgspec.structs.replace(guard, path=(*guard.path[:-1], last)))

    return change


def _column(guard: Guard) -> str | None:
    column = guard.column
    if column is None or not all(isinstance(part, str) for part in column.parts):
        return None
    return "".join(str(part) for part in column.parts)


def _with_column(make: Callable[[str, Guard], tuple[Part, ...]]) -> Change:
    def change(parts: Parts, at: int, guard: Guard) -> Parts | None:
        column = _column(guard)
        return None if column is None else _put(parts, at, *make(column, guard))

    return change


def _other_column(parts: Parts, at: int, guard: Guard) -> Parts | None:
    column = _column(guard)
    if column is None or guard.column is None:
        return None
    prefix, dot, name = column.rpartition(".")
    other = f"{prefix}{dot}{'id' if name.lower() != 'id' else 'owner_id'}"
    return _put(parts, at, msgspec.structs.replace(guard, column=Sql(parts=(other,), span=guard.column.span)))


def _union(parts: Parts, at: int, _: Guard) -> Parts | None:
    first = parts[0]
    if not isinstance(first, str) or not first.lstrip().lower().startswith("select"):
        return None
    return (*parts, "\nUNION ALL\n", *_put(parts, at, "1 = 1"))


OF_GUARDS: Final[Mapping[str, tuple[str, Change]]] = {
    "guard-dropped": ("the guard by claim {claim} is left out", _dropped),
    "not-required": ("`requiredFilter` of claim {claim} is `filter`", _not_required),
    "or-true": ("the guard by claim {claim} stands beside `OR 1 = 1`", _around("(1 = 1 OR ", ")")),
    "and-before-is-or": (
        "the AND before the guard by claim {claim} is OR", _conjunction(-1, r"(\b)AND(\s*\(?\s*)$"),
    ),
    "and-behind-is-or": (
        "the AND behind the guard by claim {claim} is OR", _conjunction(1, r"^(\s*\)?\s*)AND(\b)"),
    ),
    "negated": ("the guard by claim {claim} is negated", _around("NOT (", ")")),
    "commented-out": ("the guard by claim {claim} stands in a comment", _around("1 = 1 /* ", " */")),
    "in-a-case": ("the guard by claim {claim} is one branch of a CASE", _around("CASE WHEN 1 = 0 THEN ", " ELSE 1 = 1 END")),
    "coalesced": ("what is unknown to the guard by claim {claim} is true", _around("coalesce(", ", 1 = 1)")),
    "wrong-claim": ("the guard asks for a claim that nobody has in place of {claim}", _claim(lambda name: f"{name}_id")),
    "claim-in-another-case": ("the guard asks for claim {claim} in another case", _claim(str.swapcase)),
    "wrong-column": ("the guard by claim {claim} is of another column", _other_column),
    "or-null": (
        "rows without an owner are everyone's, beside the guard by claim {claim}",
        _with_column(lambda column, guard: ("(", guard, f" OR {column} IS NULL)")),
    ),
    "or-column": (
        "all rows that have an owner are everyone's, beside the guard by claim {claim}",
        _with_column(lambda column, guard: ("(", guard, f" OR {column} IS NOT NULL)")),
    ),
    "compared-with-itself": (
        "the guarded column is compared with itself, not with claim {claim}",
        _with_column(lambda column, _: (f"{column} = {column}",)),
    ),
    "hard-coded": (
        "a number stands in place of claim {claim}", _with_column(lambda column, _: (f"{column} = 1",)),
    ),
    "not-equal": (
        "the column is other than claim {claim}",
        _with_column(lambda column, guard: (f"{column} <> ", ClaimText(span=guard.span, path=guard.path, unsafe=False))),
    ),
    "at-least": (
        "the column is at least claim {claim}",
        _with_column(lambda column, guard: (f"{column} >= ", ClaimText(span=guard.span, path=guard.path, unsafe=False))),
    ),
    "spliced": (
        "claim {claim} is spliced in as text",
        _with_column(lambda column, guard: (f"{column} = '", ClaimText(span=guard.span, path=guard.path, unsafe=True), "'")),
    ),
    "union-arm": ("an arm of a UNION lacks the guard by claim {claim}", _union),
}  # fmt: skip
"""Each mistake by name: what it is, and how it is made."""
