"""Is the column that a guard names the table's own, or does a nested query make it? Gives no opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cubeproof.lint import places
from cubeproof.lint.places import exp

LOSSY: Final = (
    exp.Lower, exp.Upper, exp.Trim, exp.Substring, exp.Left, exp.Right, exp.RegexpReplace, exp.RegexpExtract, exp.Abs,
    exp.Round, exp.Floor, exp.Ceil, exp.Mod, exp.SplitPart, exp.Length, exp.Coalesce, exp.Case, exp.If, exp.Nullif,
    exp.Div, exp.IntDiv, exp.BitwiseAnd, exp.BitwiseOr, exp.BitwiseRightShift, exp.Concat, exp.ConcatWs, exp.DPipe,
    exp.Greatest, exp.Least, exp.Sign, exp.TimestampTrunc, exp.DateTrunc, exp.Extract,
)  # fmt: skip
"""What makes one value of different ones."""


def made(column: exp.Column, select: exp.Expr, depth: int = 0) -> str | None:
    """How nested queries make a column of a SELECT; None where they hand it on, or nobody can tell."""
    source = places.owner(column, select)
    if source is None or depth > 8:
        return None
    name = column.name.lower()
    if _unpivots(source, name):
        return "several columns that are folded into one"
    for inner in _arms(source):
        if _unpivots_in(inner, name):
            return "several columns that are folded into one"
        found = _shown(inner, name, depth)
        if found is not None:
            return found
    return None


def _arms(source: exp.Expr) -> Iterator[exp.Select]:
    """The SELECTs that a derived table or the name of a WITH stands for."""
    if isinstance(source, exp.Table):
        common = places.common(source) if not source.db else None
        waiting = [common.this] if common is not None and not _renames(common, source) else []
    else:
        waiting = [source.this] if isinstance(source, exp.Subquery) and not _renames(source) else []
    while waiting:
        query = waiting.pop()
        if isinstance(query, exp.SetOperation):
            waiting += [query.left, query.right]
        elif isinstance(query, exp.Subquery):
            waiting.append(query.this)
        elif isinstance(query, exp.Select):
            yield query


def _renames(*sources: exp.Expr) -> bool:
    """Whether columns get other names: `AS t(a, b)`."""
    aliases = [source.args.get("alias") for source in sources]
    return any(alias is not None and bool(alias.args.get("columns")) for alias in aliases)


def _shown(select: exp.Select, name: str, depth: int) -> str | None:
    several = False
    for shown in select.expressions:
        several = several or _is_several(shown, select)
        if shown.is_star and several:
            return "a structure that is unpacked before it"
        if shown.is_star and any(one.alias.lower() == name for one in _replaced(shown)):
            return "a value that takes its place"
        if shown.alias_or_name.lower() == name and not shown.is_star:
            return _of(shown.unalias(), select, depth)
    star = any(shown.is_star for shown in select.expressions)
    return made(exp.column(name), select, depth + 1) if star and len(places.from_of(select)) == 1 else None


def _of(value: exp.Expr, select: exp.Select, depth: int) -> str | None:
    value = places.plain(value)
    if isinstance(value, exp.Column):
        return made(value, select, depth + 1)
    if isinstance(value, exp.Literal):
        return f"the constant `{value.name}`"
    return "an expression" if isinstance(value, LOSSY) and not value.find(exp.AggFunc, exp.Query) else None


def _is_several(shown: exp.Expr, select: exp.Select) -> bool:
    """Whether an item of a SELECT list stands for the fields of a structure."""
    if isinstance(shown, exp.Unnest | exp.Explode | exp.Inline):
        return True
    own = {source.alias_or_name.lower() for source in places.from_of(select)}
    return (
        isinstance(shown, exp.Column)
        and shown.is_star
        and bool(shown.table)
        and shown.table.lower() not in own
    )


def _replaced(star: exp.Expr) -> list[exp.Expr]:
    inner = star.this if isinstance(star, exp.Column) else star
    return list(inner.args.get("replace") or ())


def _unpivots(source: exp.Expr, name: str) -> bool:
    """Whether a column is made by the UNPIVOT of a table."""
    return any(
        pivot.args.get("unpivot")
        and name in {one.name.lower() for each in pivot.expressions for one in _names(each)}
        for pivot in source.args.get("pivots") or ()
    )


def _unpivots_in(select: exp.Select, name: str) -> bool:
    return any(_unpivots(source, name) for source in places.from_of(select))


def _names(part: exp.Expr) -> list[exp.Expr]:
    """The columns that an UNPIVOT makes of several."""
    return [part, *part.find_all(exp.Identifier)]
