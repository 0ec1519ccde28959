"""Why

An ignore says why a finding is none, for whoever reads it next; one with a date is looked at again on that day. Without a
reason, or past its date, it silences nothing.

Bad

    // cubeproof: ignore[ACC020]
    // cubeproof: ignore[ACC020] until the new catalogue, until 2020-01-01

Good

    // cubeproof: ignore[ACC020] public catalogue, until 2099-01-01

False positives

None known.
"""

from collections.abc import Iterator

from cubeproof.diagnostics import Diagnostic
from cubeproof.lint.rule import Rule
from cubeproof.lint.study import Study

RULE = Rule("HAR006", "an ignore without a reason, or past its date", "error", sound=True)


def check(study: Study) -> Iterator[Diagnostic]:
    """Each comment that does not hold."""
    for comment in study.comments:
        if not comment.reason:
            yield RULE.at(
                comment.span,
                "an ignore needs a reason",
                help="write it behind the bracket: `// cubeproof: ignore[CODE] why, until 2099-01-01`",
            )
        elif comment.is_past(study.declared.today):
            yield RULE.at(
                comment.span,
                f"this ignore was valid until `{comment.until}`",
                help="mend what it ignores, or give it a new date",
            )
