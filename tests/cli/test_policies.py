"""Access policies through the commands: groups come from the claim that the configuration names."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

NOTES = """\
cube(`Notes`, {
  sql: `SELECT * FROM notes`,
  accessPolicy: [{
    group: `staff`,
    rowLevel: { filters: [{ member: owner, operator: `equals`, values: [securityContext.id] }] },
  }],
  measures: { count: { type: `count` } },
  dimensions: { owner: { sql: `owner`, type: `number` } },
});
"""
ASKED = '{"measures": ["Notes.count"]}'


@pytest.mark.usefixtures("model")
def test_the_configured_claim_names_the_groups_of_a_caller(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Notes.js").write_text(NOTES)
    (tmp_path / "cubeproof.toml").write_text('model = ["Notes.js"]\ngroups-claim = "roles.names"\n')
    claims = {"id": 7, "roles": {"names": ["staff"]}}
    outcome = run("compile", "-q", ASKED, "-c", json.dumps(claims), "--format", "json")
    made = json.loads(outcome.out)
    assert [7] == made["params"]
    assert [("policy", "id", "owner", "bound", "restricts", [0])] == [
        tuple(guard[key] for key in ("form", "claim", "on", "state", "effect", "params"))
        for guard in made["guards"]
    ]
    stranger = run("compile", "-q", ASKED, "-c", '{"id": 7}', "--format", "json")
    assert ([], True) == (json.loads(stranger.out)["params"], "1 = 0" in json.loads(stranger.out)["sql"])
    line = json.dumps({"id": 1, "files": {"Notes.js": NOTES}, "query": json.loads(ASKED), "context": claims})
    answer = json.loads(run("compile", "--batch", stdin=line + "\n").out)
    assert [7] == answer["params"]
