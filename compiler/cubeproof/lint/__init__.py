"""Is the model wise? Rules over a compiled model: findings with a code of three letters each.

A rule is a module of `rules/`: its docstring is its page, `check` yields findings. `catalogue.py` lists all rules. Rules read
SQL through sqlglot, which is imported only where a model has SQL to look at. Knows no file, no caller and no command.
"""

from collections.abc import Collection

from cubeproof.diagnostics import Diagnostic, by_place
from cubeproof.lint import catalogue
from cubeproof.lint.declared import Declared
from cubeproof.lower import ir

__all__ = ["Declared", "lint"]


def lint(
    model: ir.Model, declared: Declared | None = None, codes: Collection[str] | None = None
) -> tuple[Diagnostic, ...]:
    """What the rules with these codes, or all, find in a model, by place."""
    from cubeproof.lint.study import Study

    study = Study(model, declared or Declared())
    found: list[Diagnostic] = []
    for entry in catalogue.RULES:
        if (codes is None or entry.code in codes) and (study.has_sql or not entry.reads_sql):
            found += entry.module().check(study)
    return by_place(found)
