"""Why

A row is shown if any arm of an OR holds. A guard that is one arm of it restricts nothing: the other arms show rows of
everybody.
So does an arm on another table, where the two meet by a column that is the key of neither.

Bad

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} OR status = 'draft'

Good

    WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')} AND (status = 'draft' OR status = 'sent')
    WHERE (owner_id = ${SECURITY_CONTEXT.id} OR assignee_id = ${SECURITY_CONTEXT.id})

False positives

Rows that are meant for everybody, such as a public catalogue beside one's own entries. Where another claim binds all rows,
the finding is only an `info`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.beside import meets
from cubeproof.lint.conditions import alternatives, always, doubtful, nulls
from cubeproof.lint.places import Level, Spot, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Reading, Study

RULE = Rule("ACC004", "a guard that is one arm of an OR", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim beside which an OR has an arm without it."""
    for reading, spot in doubtful(study):
        atom = reading.atom(spot)
        for level in spot.levels:
            if level.clause not in ("where", "on"):
                continue
            others = [arm for arm in alternatives(level) if not _holds(arm, atom.claim, reading)]
            open_ = [arm for arm in others if not _is_told_elsewhere(arm, spot)]
            if not open_ and not others and (by := _met_by(level)) is not None and not reading.restricting:
                yield RULE.at(
                    atom.span,
                    f"the guard on claim `{atom.claim}` holds for one of two tables, which meet by `{by}` of several owners",
                    cube=reading.cube.name,
                    help="join the two by a key, or guard the one whose rows are shown",
                    severity="warning",
                )
                break
            if not open_:
                continue
            claims = [arm for arm in open_ if places.numbers(arm)]
            worst = RULE.severity if len(claims) < len(open_) else "warning"
            if claims and all(_tests_caller(arm) for arm in open_):
                worst = "info"
            yield RULE.at(
                atom.span,
                f"the guard on claim `{atom.claim}` is one arm of an OR: the other arms show rows of everybody",
                cube=reading.cube.name,
                help="put the other conditions in brackets and join the guard to them with AND",
                severity="info" if reading.restricting else worst,
            )
            break


def _holds(arm: exp.Expr, claim: str, reading: Reading) -> bool:
    return any(
        reading.written.atoms[number].claim == claim
        for number in places.numbers(arm)
        if number < len(reading.written.atoms)
    )


def _met_by(level: Level) -> str | None:
    """The column, no key, by which two tables meet on which the arms of an OR stand."""
    arms = alternatives(level)
    tables = [{column.table.lower() for column in places.columns(arm)} for arm in arms]
    if level.select is None or any(len(each) != 1 or "" in each for each in tables):
        return None
    names = set().union(*tables)
    sources = [s for s in places.from_of(level.select) if s.alias_or_name.lower() in names]
    found = [meets(s, level.select, set()) for s in sources if isinstance(s, exp.Table)]
    return next((by for by in found if by is not None), None) if len(sources) > 1 else None


def _is_told_elsewhere(arm: exp.Expr, spot: Spot) -> bool:
    """Arms that rules of their own speak of: always true (ACC002), or `IS NULL` of the guard's column (ACC010)."""
    asked = nulls(arm)
    return always(arm) or (
        isinstance(asked, exp.Column) and asked.name in {c.name for c in places.columns(spot.condition)}
    )


def _tests_caller(arm: exp.Expr) -> bool:
    """Whether an arm asks about the caller alone: `${SECURITY_CONTEXT.role} = 'admin'`."""
    return bool(places.numbers(arm)) and not places.columns(arm)
