"""Is the model wise? Rules over a compiled model: findings with a code of three letters each.

A rule is a module of `rules/`: its docstring is its page, `check` yields findings. `catalogue.py` lists all rules. Rules read
SQL through sqlglot, which is imported only where a model has SQL to look at. Knows no file, no caller and no command.
"""

from collections.abc import Collection
from typing import NamedTuple

from cubeproof.diagnostics import Diagnostic, by_place
from cubeproof.evaluate.built_in import BUILT_IN
from cubeproof.lint import catalogue
from cubeproof.lint.comments import Silenced, apply
from cubeproof.lint.declared import Declared
from cubeproof.lower import ir

__all__ = ["Declared", "Findings", "lint"]


class Findings(NamedTuple):
    """What the rules have to say, and what comments of the model silence."""

    found: tuple[Diagnostic, ...]
    silenced: tuple[Silenced, ...]


def lint(model: ir.Model, declared: Declared | None = None, codes: Collection[str] | None = None) -> Findings:
    """What the rules with these codes, or all, find in a model, by place."""
    from cubeproof.lint.study import Study

    study = Study(model, declared or Declared())
    entries = [entry for entry in catalogue.RULES if codes is None or entry.code in codes]
    found: list[Diagnostic] = []
    for entry in entries:
        if entry.code not in catalogue.LAST and (study.has_sql or not entry.reads_sql):
            found += (
                d for d in entry.module().check(study) if d.span is None or d.span.source.path not in BUILT_IN
            )
    left, silenced, unused = apply(by_place(found), study.comments, study.declared.today)
    ran = tuple(entry.code for entry in entries)
    study.unused = tuple(
        c for c in unused if all(any(one.startswith(code) for one in ran) for code in c.codes)
    )
    for entry in entries:
        if entry.code in catalogue.LAST:
            left += entry.module().check(study)
    return Findings(by_place(left), tuple(silenced))
