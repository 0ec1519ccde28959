"""Files that import each other: a name is looked up when it is used, so that only a value wanted too early is missing.

What is expected was taken from Node, for ES modules and for CommonJS.
"""

from pathlib import Path

import pytest
from tests.evaluate.running import codes, marked, run, shown

from cubeproof.evaluate import evaluate
from cubeproof.workspace import load

USE = "\ncube('A', { v: %s })"


def circle(first: str, second: str, use: str = "f()", **others: str) -> str:
    """The value that `A.js` makes of what it imports from `B.js`, which imports `A.js`."""
    files = {f"{name}.js": text for name, text in {"A": first + USE % use, "B": second, **others}.items()}
    declarations, diagnostics = run(files)
    if diagnostics:
        return ", ".join(f"{d.code} {marked(d)}" for d in diagnostics)
    return shown(declarations[0].body.slots["v"].value)


def test_a_function_may_use_what_its_file_imports_in_a_circle() -> None:
    second = "import { g } from './A'\nexport const f = () => 'f' + g()"
    assert '"fg"' == circle("import { f } from './B'\nexport const g = () => 'g'", second)
    assert '"fg"' == circle("import { f } from './B'\nconst g = () => 'g'\nexport { g }", second)


def test_a_function_declaration_is_there_before_its_file_is_run() -> None:
    second = "import { g } from './A'\nexport const f = 'f' + g()"
    assert '"fg"' == circle("import { f } from './B'\nexport function g() { return 'g' }", second, "f")
    assert '"fg"' == circle(
        "import { f } from './B'\nfunction h() { return 'g' }\nexport { h as g }", second, "f"
    )


def test_a_value_that_is_wanted_too_early_is_said_where_it_is_used() -> None:
    first = "import { f } from './B'\nexport const g = 'g'"
    assert "E233 g" == circle(first, "import { g } from './A'\nexport const f = 'f' + g", "f")
    assert "E233 h" == circle(first, "import { g as h } from './A'\nconst k = [h]\nexport const f = k", "f")
    default = "import f from './B'\nexport default 'g'"
    assert "E233 g" == circle(default, "import g from './A'\nexport default 'f' + g", "f")


def test_a_default_export_may_be_used_later() -> None:
    first = "import b from './B'\nexport default { g: () => 'g' }"
    assert '"fg"' == circle(first, "import a from './A'\nexport const f = () => 'f' + a.g()", "b.f()")


def test_a_name_that_is_never_exported_is_said_once() -> None:
    first = "import { f } from './B'\nexport const g = 'g'"
    second = "import { h } from './A'\nexport const f = () => h"
    assert "E234 h" == circle(first, second)
    assert "E234 h" == circle(first, second, "1")


def test_a_file_that_only_hands_on_may_stand_in_the_circle() -> None:
    assert '"fg"' == circle(
        "import { f } from './index'\nexport const g = () => 'g'",
        "import { g } from './index'\nexport const f = () => 'f' + g()",
        index="export { g } from './A'\nexport { f } from './B'",
    )


def test_names_that_files_only_hand_on_to_each_other_are_nowhere() -> None:
    first = "import { f } from './B'\nexport { g } from './A'\nexport { h } from './B'"
    assert "E234 g, E234 h" == circle(first, "export { h } from './A'\nexport const f = () => 1", "1")


def test_an_import_in_a_circle_cannot_be_assigned() -> None:
    first = "import { f } from './B'\nexport const g = 1"
    assert (
        "E202 g" in circle(first, "import { g } from './A'\ng = 2\nexport const f = () => 1").split(" = ")[0]
    )


def test_require_gives_what_is_exported_by_now_and_later_the_rest() -> None:
    second = "const a = require('./A')\naddExport({ f: () => 'f' + a.g() })"
    assert '"fg"' == circle("const b = require('./B')\naddExport({ g: () => 'g' })", second, "b.f()")
    early = "const a = require('./A')\naddExport({ f: 'f' + a.g })"
    assert "E233 g" == circle("const b = require('./B')\naddExport({ g: 1 })", early, "b.f")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "exports.early = 1; const b = require('./b'); exports.late = () => b.value;",
            "const a = require('./a'); exports.value = 'v'; exports.seen = [a.early, () => a.late()];",
            '[1, "v"]',
        ),
        (
            "const b = require('./b'); module.exports = { late: () => 'replaced' };",
            "const a = require('./a'); exports.seen = [Object.keys(a), () => a.late];",
            "[[], undefined]",
        ),
        (
            "const b = require('./b'); exports.late = 1;",
            "const { late } = require('./a'); exports.seen = [0, () => late];",
            "E233 late",
        ),
    ],
)
def test_helpers_share_what_they_export_by_now(
    first: str, second: str, expected: str, tmp_path: Path
) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "model").mkdir()
    (tmp_path / "a.js").write_text(first)
    (tmp_path / "b.js").write_text(second)
    (tmp_path / "model" / "A.js").write_text(
        "require('../a')\nconst { seen } = require('../b')\ncube('A', { v: [seen[0], seen[1]()] })"
    )
    project, read = load([str(tmp_path / "model")])
    declarations, said = evaluate(project)
    if expected.startswith("E"):
        assert [expected] == [f"{d.code} {marked(d)}" for d in said[:1]]
    else:
        assert ([], expected) == (codes((*read, *said)), shown(declarations[0].body.slots["v"].value))
