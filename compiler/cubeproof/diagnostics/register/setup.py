"""E6xx, configuration and files, and E9xx, errors of Cubeproof itself."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E600": Entry(
        "file that cannot be read",
        "A model file or folder is there but may not be read, or is not a plain file. Check its permissions.",
    ),
    "E601": Entry(
        "model file that is not UTF-8 text",
        "Model files are read as UTF-8, with or without a byte order mark. The place is the first byte that is none. "
        "Save the file in that encoding.",
    ),
    "E602": Entry(
        "model file that is too large",
        "A file of a model may have 1 MiB. Keep large data out of the model, or split it.",
    ),
    "E603": Entry(
        "model path that does not exist",
        "A path given for the model is neither a file nor a folder. It is taken relative to the current folder.",
    ),
    "E604": Entry(
        "YAML model that is not read",
        "YAML models beside the `.js` ones are not supported yet. Nothing in them is checked, and cubes that refer to theirs "
        "are incomplete; each such file is named.",
    ),
    "E605": Entry(
        "no model",
        "There is no `.js` file at the paths given, so nothing was checked. `node_modules` and folders whose names begin with a "
        "dot are skipped. The exit code is 3.",
    ),
    "E606": Entry(
        "file that is no model",
        "A file was given as a model whose name does not end in `.js`. In a batch, names of files are relative, with forward "
        "slashes, and stay inside the model.",
    ),
    "E607": Entry(
        "link that leaves the project",
        "A symbolic link in a model folder points outside of the project, which is the nearest folder above with "
        "`package.json`, `pyproject.toml` or `.git`. Copy the file instead.",
    ),
    "E608": Entry(
        "imported file that is no JSON",
        "A model imports a `.json` file that cannot be read as JSON.",
    ),
    "E610": Entry(
        "unknown configuration key",
        "`[tool.cubeproof]` in pyproject.toml, cubeproof.toml or an environment variable has a name that means nothing, "
        "so what it was to set is not set. Correct the name; `did you mean` shows the nearest known one.",
    ),
    "E611": Entry(
        "configuration value of the wrong kind",
        "A key of the configuration, or a `CUBEPROOF_` variable, has a value that does not fit: the message says what is "
        "expected. Nothing runs with a configuration that is only half understood.",
    ),
    "E612": Entry(
        "configuration file that cannot be read",
        "The file was found but is not TOML, not UTF-8 text, or may not be read. The place is where reading stopped.",
    ),
    "E620": Entry(
        "wrong command line",
        "An option or argument is unknown, missing, or of the wrong form, or two of them exclude each other. "
        "`cubeproof COMMAND --help` lists what there is, with examples. The exit code is 2.",
    ),
    "E621": Entry(
        "unknown code",
        "`cubeproof explain` knows the codes of diagnostics, such as E203. Without a code it lists all of them.",
    ),
    "E622": Entry(
        "not an instant",
        "`--now`, or `now` in a batch, takes a date and time, such as `2026-01-31T12:00:00Z`. Without an offset it is UTC.",
    ),
    "E623": Entry(
        "input that cannot be read",
        "A file named by `-q`, `-c`, `--token-file`, `--data` or the like does not exist, may not be read or is too large, or "
        "two options want to read stdin. JSON may also stand in the argument itself: it then starts with `{` or `[`.",
    ),
    "E624": Entry(
        "input that is not UTF-8 text",
        "Files are read as UTF-8, with or without a byte order mark. Save the file in that encoding.",
    ),
    "E625": Entry(
        "output that cannot be written",
        "The file or folder that was to be written does not take it: its folder is missing, or writing is not permitted.",
    ),
    "E626": Entry(
        "the baseline cannot be read",
        "`check --baseline FILE` leaves out the findings that the file accepts. The file is missing, or is not what "
        "`--update-baseline` writes: JSON with a reason for each entry. Run with `--update-baseline` to write one.",
    ),
    "E627": Entry(
        "unknown semantics",
        '`semantics` says what a guard does without its claim: "cube", as Cube does, or "strict", which never opens.',
    ),
    "E630": Entry(
        "no model to work on",
        "No PATH was given, the configuration has no `model`, and neither `schema/` nor `model/` exists. Nothing was checked, "
        "so the exit code is 3.",
    ),
    "E631": Entry(
        "COMPILE_CONTEXT without a caller",
        "The model reads `COMPILE_CONTEXT`, which holds the claims of a caller while the model is evaluated. No caller was "
        "named, so it was evaluated with none; another caller may see other cubes. Name one with `-c` or `-t`, or fix the "
        "context with `--compile-context` or `compile-context` in the configuration.",
    ),
    "E632": Entry(
        "data sources of different dialects",
        "`data-sources` in the configuration says which dialect a cube's data source speaks. One statement can speak one "
        "dialect only, and one database cannot join the tables of another.",
    ),
    "E640": Entry(
        "wrong line in a batch",
        "Each line of `compile --batch` is a JSON object with `query`, and `files` or `model`, and `context` or `token`. The "
        "answer to a wrong line is an error; the lines after it are answered as usual.",
    ),
    "E641": Entry(
        "unknown key in a batch",
        "A line of `compile --batch` has a key that means nothing, so what it was to say would be ignored. Correct its name.",
    ),
    "E650": Entry(
        "scenario file that cannot be read",
        "A scenario file is one YAML document of maps, lists and plain values, in UTF-8, of at most 4 MiB. Keys are texts, each "
        "once; tags and merge keys are not allowed.",
    ),
    "E651": Entry(
        "unknown key in a scenario",
        "A key that means nothing here, so what it was to check would not be checked. Correct its name, or remove it.",
    ),
    "E652": Entry(
        "wrong value in a scenario",
        "A value does not have the form that its place asks for, or something is missing beside it; the message says what.",
    ),
    "E653": Entry(
        "unknown name in a scenario",
        "A selector names a token, query, dialect or claim state that the scenario does not have, or a check a cube that the "
        "model does not have: it would match nothing, and prove nothing.",
    ),
    "E654": Entry(
        "included file that is not there",
        "`include` names files whose tokens, queries and groups a scenario shares, relative to its own folder.",
    ),
    "E655": Entry(
        "fixtures that cannot be read",
        "`fixtures` names an SQL file, relative to the scenario, that is loaded into an embedded database for `rows`, `visible` "
        "and `never`.",
    ),
    "E656": Entry(
        "two suites of one name",
        "Two scenario files have the same `suite`, whose snapshots would lie in one folder. Rename one.",
    ),
    "E657": Entry(
        "no scenario",
        "There is no `*.access.yaml` file at the paths given, so nothing was checked.",
    ),
    "E658": Entry(
        "snapshots in CI",
        "`cubeproof test --update` writes what is there now, right or wrong, so it is refused where the variable `CI` is set. "
        "Update where the change is made, look at the difference, and commit it.",
    ),
    "E659": Entry(
        "cell that is not as expected",
        "A caller no longer sees what a scenario says: the message has the cell and the difference. Where the change is meant, "
        "`cubeproof test --update` writes the snapshots anew.",
    ),
    "E660": Entry(
        "rows that contradict the facts",
        "The analysis calls a guard restricting, and a caller sees rows of the fixtures that are not the claim's. That is a bug "
        "of Cubeproof, found on your data: do not trust what it says of this guard, and please report it.",
    ),
    "HAR001": Entry(
        "guarded cube that no scenario reads",
        "The cube has a guard or an access policy, and no cell of the scenarios reads it: a change of its guard would not be "
        "noticed. Add a query of it.",
    ),
    "HAR003": Entry(
        "claim state that no scenario tries",
        "A guard is looked at with the claim as the tokens have it, and not with the claim absent, null, 0, empty, and so on. "
        "Add the states to `claim-states`, and state what is expected of them.",
    ),
    "HAR004": Entry(
        "snapshot that no cell has",
        "A file among the snapshots of a suite belongs to no cell any more. `cubeproof test --update` removes it.",
    ),
    "HAR012": Entry(
        "snapshot that was edited by hand",
        "A snapshot is not as it was written: its digest is another than the manifest's. `cubeproof test --update` writes it "
        "anew.",
    ),
    "E900": Entry(
        "error of Cubeproof itself",
        "Something went wrong that should not, whatever the input: a bug. Please report it with the model and the command "
        "line. `CUBEPROOF_DEBUG=1` shows where it happened; look through that text before sharing it, as it may quote input.",
    ),
}
