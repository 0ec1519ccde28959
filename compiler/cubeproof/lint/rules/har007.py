"""Why

An ignore that silences nothing is left over, or stands in the wrong line: the next finding there would be silenced unseen.

Bad

    // cubeproof: ignore[ACC020] public catalogue
    cube(`Orders`, { sql: `SELECT * FROM orders WHERE ${SECURITY_CONTEXT.id.requiredFilter('user_id')}` });

Good

    no comment

False positives

A rule that is off in this run, by `--select` or the configuration, silences nothing either; then this rule looks at no ignore of
that code.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("HAR007", "an ignore that matches nothing", "warning", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each comment whose rules ran and found nothing there."""
    for comment in study.unused:
        yield RULE.at(
            comment.span,
            f"this ignore of `{', '.join(comment.codes)}` silences nothing",
            help="delete it, or move it to the line of the finding or the line above",
        )
