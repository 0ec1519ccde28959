"""What files export and import, and what `await` does."""

import json
from pathlib import Path

from tests.evaluate.running import codes, refusal, run, shown

from cubeproof.evaluate import Environment, evaluate
from cubeproof.workspace import load


def exported(lib: str, use: str, name: str = "lib.js") -> str:
    """The value `v` of a cube in a file that uses another."""
    declarations, diagnostics = run({name: lib, "Z.js": f"{use}\ncube('A', {{v}})"})
    assert [] == codes(diagnostics)
    return shown(declarations[0].body.slots["v"].value)


def test_named_exports_stay_beside_a_default_one_whatever_the_order() -> None:
    use = "import whole, { a } from './lib'\nconst v = [whole, a]"
    assert "[5, 1]" == exported("export const a = 1\nexport default 5", use)
    assert "[5, 1]" == exported("export default 5\nexport const a = 1", use)


def test_a_named_export_does_not_change_the_object_that_is_exported_by_default() -> None:
    use = "import whole, { a } from './lib'\nconst v = [whole, a]"
    assert '[{"b": 2}, 1]' == exported("export default { b: 2 }\nexport const a = 1", use)


def test_every_form_of_export_is_imported() -> None:
    lib = "const x = 1\nexport { x as y }\nexport function f() { return 2 }\naddExport({ z: 3 })"
    assert "[1, 2, 3]" == exported(lib, "import { y, f, z } from './lib'\nconst v = [y, f(), z]")
    assert "7" == exported("setExport(7)", "const v = require('./lib')")


def test_awaiting_a_plain_value_gives_it() -> None:
    text = "asyncModule(async () => { const f = async () => 4; cube('A', { v: await f() + await 1 }) })"
    declarations, diagnostics = run(text)
    assert ([], "5") == (codes(diagnostics), shown(declarations[0].body.slots["v"].value))


def test_an_object_with_then_is_not_awaited() -> None:
    found = refusal("asyncModule(async () => { await { then: f => f(1) } })")
    assert ("E209", True) == (found.code, "`then`" in found.message)


def test_a_json_file_stands_in_for_a_module_that_needs_the_outside(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "tenants.json").write_text(json.dumps({"fetchTenants()": ["a", "b"], "kind": "x"}))
    (tmp_path / "model" / "A.js").write_text(
        "const { fetchTenants } = require('some-client')\nimport { kind } from './fetch'\n"
        "asyncModule(async () => { (await fetchTenants('url')).forEach(t => cube(`C_${t}`, { title: kind })) })"
    )
    data = str(tmp_path / "tenants.json")
    project, read = load([str(tmp_path / "model")], {"some-client": data, "./fetch": data})
    declarations, said = evaluate(project)
    assert ([], ["C_a", "C_b"]) == (codes((*read, *said)), [each.name for each in declarations])


def test_a_stand_in_that_is_not_there_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "A.js").write_text("const axios = require('axios')\ncube('A', {sql: axios.get('x').data})")
    project = load([str(tmp_path)], {"axios": str(tmp_path / "no.json")})
    found = (*project.diagnostics, *evaluate(project.value, Environment()).diagnostics)
    assert ["E600", "E230"] == codes(found)
