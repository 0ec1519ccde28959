"""Why

AND binds stronger than OR: in `a OR b AND guard` the guard restricts only the rows of `b`.

Bad

    WHERE status = 'open' OR status = 'new' AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

Good

    WHERE (status = 'open' OR status = 'new') AND ${SECURITY_CONTEXT.id.requiredFilter('user_id')}

False positives

None where every arm carries the guard: that is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint import places
from cubeproof.lint.conditions import alternatives, doubtful
from cubeproof.lint.places import Level, exp
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("ACC005", "AND and OR around a guard without brackets", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each claim in an OR that has an AND beside or below it, no brackets between."""
    for reading, spot in doubtful(study):
        atom = reading.atom(spot)
        for level in spot.levels:
            if level.clause not in ("where", "on") or not _is_mixed(level):
                continue
            arms = [
                {reading.written.atoms[n].claim for n in places.numbers(arm)} for arm in alternatives(level)
            ]
            if all(atom.claim in claims for claims in arms):
                continue
            yield RULE.at(
                atom.span,
                f"the guard on claim `{atom.claim}` stands among AND and OR without brackets: AND binds stronger",
                cube=reading.cube.name,
                help="put the alternatives in brackets: `(… OR …) AND` and the guard",
            )
            break


def _is_mixed(level: Level) -> bool:
    for part in level.around:
        if isinstance(part, exp.Paren):
            return False
        if isinstance(part, exp.Or) and any(isinstance(arm, exp.And) for arm in _flat(part)):
            return True
    return False


def _flat(node: exp.Expr) -> list[exp.Expr]:
    """The arms of an OR, nothing in brackets looked into."""
    return [*_flat(node.left), *_flat(node.right)] if isinstance(node, exp.Or) else [node]
