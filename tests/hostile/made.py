"""Hostile files that are made, not kept: very long or deep ones, strange bytes, links. Each with what it tries and its end."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

CUBE = "cube(`A`, { sql: `SELECT 1`, title: `${result}` });\n"


class Made(NamedTuple):
    """A case: its name, what it tries, what is expected (as in the files), and the bytes of its file."""

    name: str
    tries: str
    expected: str
    text: str | bytes


def _nested(opening: str, inner: str, closing: str, levels: int) -> str:
    return f"const result = {opening * levels}{inner}{closing * levels};\n{CUBE}"


def _chain(count: int) -> str:
    cubes = (f"cube(`C{n}`, {{ extends: C{n - 1} }});\n" for n in range(1, count))
    return "cube(`C0`, { sql: `SELECT 1`, dimensions: { a: { sql: `a`, type: `string` } } });\n" + "".join(
        cubes
    )


def _members(count: int) -> str:
    measures = (
        f"m{n}: {{ type: `number`, sql: `${{m{n - 1}}} + ${{m{n - 1}}}` }},\n" for n in range(1, count)
    )
    return f"cube(`A`, {{ sql: `SELECT 1`, measures: {{ m0: {{ type: `sum`, sql: `x` }},\n{''.join(measures)} }} }});"


DEEP = [
    ("brackets", "E115", "[", "1", "]"),
    ("parentheses", "E115", "(", "1", ")"),
    ("objects", "E115", "{a:", "1", "}"),
    ("templates", "E116", "`${", "1", "}`"),
    ("calls", "E115", "String(", "1", ")"),
    ("arrows", "E117", "() => ", "1", ""),
    ("functions", "E115", "function () { return ", "1", "}"),
    ("ternaries", "E117", "1 ? 2 : ", "3", ""),
    ("ternaries_within", "E117", "1 ? ", "2", " : 3"),
    ("sums", "E117", "1 + ", "1", ""),
    ("powers", "E117", "2 ** ", "1", ""),
    ("signs", "E117", "- ", "1", ""),
    ("nots", "E117", "!", "1", ""),
    ("typeofs", "E117", "typeof ", "1", ""),
    ("awaits", "E117", "await ", "1", ""),
    ("members", "E117", "", "({})", ".a"),
    ("optional_members", "E117", "", "({})", "?.a"),
    ("indexes", "E117", "", "[]", "[0]"),
    ("invocations", "E117", "", "String", "()"),
    ("assignments", "E117", "a = ", "1", ""),
    ("commas", "E115", "(1, ", "1", ")"),
    ("spreads", "E115", "[...", "[]", "]"),
    ("parameters", "E115", "(a = ", "1", ") => 1"),
    ("patterns", "E115", "([", "a", "]) => 1"),
    ("openings", "E116", "{[(`${", "", ""),
    ("closings", "E104", "", "", "}])"),
    ("comments", "E107 E118", "/*", "1", ""),
    ("quotes", "E101", "'\"`", "1", ""),
]
"""What is repeated before and behind something, two thousand times each, and how that ends."""

MADE = [
    *(
        Made(f"deep_{name}", f"to nest {name} deep", expected, _nested(before, inner, behind, 2_000))
        for name, expected, before, inner, behind in DEEP
    ),
    Made("deep_blocks", "to nest blocks deep", "E115", "{" * 2_000 + "}" * 2_000 + CUBE),
    Made("deep_ifs", "to nest branches deep", "E117", "if (1) " * 2_000 + ";" + CUBE),
    Made(
        "deep_elses",
        "to chain branches",
        "E117",
        "if (0) {} else " * 2_000 + "{}\nconst result = 1;\n" + CUBE,
    ),
    Made(
        "long_line",
        "to write all in one line",
        "E100",
        "const a = [" + "1, " * 90_000 + "1]; const result = a.length; " + CUBE,
    ),
    Made(
        "long_name", "to use a very long name", "`1`", f"const {'a' * 500_000} = 1; const result = 1;\n{CUBE}"
    ),
    Made(
        "long_text",
        "to write a very long text",
        "`900000`",
        f"const text = '{'a' * 900_000}'; const result = text.length;\n{CUBE}",
    ),
    Made(
        "long_number", "to write a very long number", "`Infinity`", f"const result = {'9' * 500_000};\n{CUBE}"
    ),
    Made(
        "long_comment",
        "to write a very long comment",
        "`1`",
        f"/*{'*' * 900_000}*/ const result = 1;\n{CUBE}",
    ),
    Made("long_sum", "to write a very long sum", "E117", f"const result = {'1 + ' * 20_000}1;\n{CUBE}"),
    Made("long_blank", "to write nothing, at length", "`1`", "\n" * 900_000 + "const result = 1;\n" + CUBE),
    Made("too_large", "to write more than is read", "E602", "//" + "x" * 1_100_000),
    Made(
        "many_strange",
        "to hold a third of a million characters that turn the direction",
        "`1` E113 (warning)",
        "// " + "\u202e" * 300_000 + "\nconst result = 1;\n" + CUBE,
    ),
    Made(
        "many_lookalikes",
        "to hold very many words that look like others",
        "`1` E128 (warning)",
        "// " + " ".join(f"\u0430b{n}" for n in range(60_000)) + "\nconst result = 1;\n" + CUBE,
    ),
    Made(
        "many_broken",
        "to be no program in very many places",
        "E103 E104",
        "cube(`A`, { sql: ) ] };\n" * 20_000,
    ),
    Made(
        "many_escapes",
        "to hold very many escapes",
        "`200000`",
        "const text = '" + "\\x41" * 200_000 + "'; const result = text.length;\n" + CUBE,
    ),
    Made("mark_of_order", "to begin with a mark of byte order", "`1`", "\ufeffconst result = 1;\n" + CUBE),
    Made("invalid_bytes", "to be no UTF-8", "E601", b"const result = '\xff\xfe';\n" + CUBE.encode()),
    Made(
        "surrogates",
        "to hold half a character in bytes",
        "E601",
        b"const result = '\xed\xa0\x80';\n" + CUBE.encode(),
    ),
    Made(
        "overlong", "to spell a slash in two bytes", "E601", b"const result = '\xc0\xaf';\n" + CUBE.encode()
    ),
    Made("wide_bytes", "to be written in UTF-16", "E601", ("const result = 1;\n" + CUBE).encode("utf-16")),
    Made(
        "nul_bytes",
        "to hold NUL, which marks parameters inside of us",
        "E110 E263",
        "const result = 'a\0p1\0b';\n" + CUBE,
    ),
    Made("binary", "to be no text at all", "E601", bytes(range(256)) * 1_000),
    Made("empty", "to be nothing", "no title", ""),
    Made("extends_chain", "to extend three hundred cubes deep", "E255", _chain(300)),
    Made("members_double", "to double what a member says four hundred times", "E253", _members(400)),
]


def links(folder: Path) -> Path:
    """A project with links: to a file of the system, to itself, and one that is imported."""
    model = folder / "links"
    model.mkdir()
    (folder / "package.json").write_text("{}")
    (model / "passwd.js").symlink_to("/etc/passwd")
    (model / "data.json").symlink_to("/etc/hostname")
    (model / "round").symlink_to(model)
    (model / "A.js").write_text(f"import data from './data.json';\nconst result = data;\n{CUBE}")
    return model


def imports_round(folder: Path) -> Path:
    """A project of three files that import each other in a ring."""
    model = folder / "ring"
    model.mkdir()
    for name, other in (("A", "b"), ("b", "c"), ("c", "A")):
        text = f"import {{ {other} }} from './{other}';\nexport const {name} = {other};\n"
        (model / f"{name}.js").write_text(text)
    return model


def imports_chain(folder: Path) -> Path:
    """A project of five hundred files, each of which imports the next."""
    model = folder / "chain"
    model.mkdir()
    for n in range(500):
        (model / f"f{n}.js").write_text(
            f"import {{ a }} from './f{n + 1}';\nexport const b = 1, c = a;\nexport {{ c as a }};\n"
        )
    (model / "f500.js").write_text("export const a = 1;\n")
    return model


def pipe(folder: Path) -> Path:
    """A project with a pipe that nobody writes to."""
    import os

    model = folder / "pipe"
    model.mkdir()
    os.mkfifo(model / "A.js")
    return model


PROJECTS: list[tuple[str, str, Callable[[Path], Path]]] = [
    ("to read files of the system by links", "E231 E607", links),
    ("to import in a ring", "E233", imports_round),
    ("to import five hundred files deep", "E211", imports_chain),
    ("to wait for ever", "E600", pipe),
]
