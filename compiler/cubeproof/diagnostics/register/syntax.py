"""E1xx, syntax of model files."""

from cubeproof.diagnostics.register import Entry

_OUTSIDE = (
    "Model files are a part of JavaScript that can be evaluated without running anything: values, templates, functions, "
    "`if`, `for` and `return`. "
)

ENTRIES: dict[str, Entry] = {
    "E100": Entry(
        "file too large",
        "A model file may have 1 MiB, and 100,000 names, marks and texts. Split it; each cube can have a file of its own.",
    ),
    "E101": Entry(
        "unexpected syntax",
        "Something stands where the language does not allow it. What could stand there is in the help. The property or "
        "statement around the place is left out, and reading goes on behind it.",
    ),
    "E102": Entry(
        "missing punctuation",
        "Properties, elements and arguments are separated by commas, and a key from its value by a colon. The mark is "
        "missing where the error points; reading goes on as if it stood there.",
    ),
    "E103": Entry(
        "bracket never closed",
        "A bracket, or an interpolation `${`, is open where something around it ends. Where several could be meant, the "
        "one whose closing brace stands further left than its line is named. Add the closing bracket.",
    ),
    "E104": Entry(
        "bracket closes nothing", "A closing bracket has no partner. Remove it, or open one before."
    ),
    "E105": Entry(
        "template never closed",
        "A text between back-ticks has no end, or it ends so late that the lines of the model behind it became part of "
        "it. Close it where it should end. A back-tick inside of a template is written with a backslash before it.",
    ),
    "E106": Entry(
        "text never closed",
        "A text between quotes ends on its line. Use a template for text of several lines.",
    ),
    "E107": Entry(
        "comment never closed",
        "A comment that begins with `/*` ends with `*/`, and here the file ends first.",
    ),
    "E108": Entry(
        "bad regular expression",
        "A regular expression ends with `/` on its line, and only known flags stand behind it. A `/` inside is written `\\/`.",
    ),
    "E109": Entry(
        "bad escape or character",
        "A backslash in a text begins an escape: `\\n`, `\\t`, `\\x41`, `\\u00e9`, `\\u{1F600}`, or the character itself. "
        "Octal escapes and halves of surrogate pairs are no text.",
    ),
    "E110": Entry(
        "NUL character",
        "SQL text cannot hold the character NUL, so neither can a model, as itself or as an escape.",
    ),
    "E111": Entry(
        "bad number", "Numbers are written like `42`, `1.5`, `1e3`, `1_000`, `0x2a`, `0o17` or `0b101`."
    ),
    "E112": Entry(
        "character without meaning",
        "A character stands outside of text and comments and means nothing there.",
    ),
    "E113": Entry(
        "text shown in another order",
        "Control characters for the direction of writing make an editor show code in another order than it is compiled, "
        "so that a review sees something else. Nothing needs them outside of texts, where they can be written as escapes.",
    ),
    "E114": Entry(
        "unseen line break",
        "U+2028 and U+2029 end a line in JavaScript, and a comment with it, but most editors show nothing.",
    ),
    "E115": Entry(
        "brackets nested too deep",
        "At most 200 brackets may be open at one place. Give inner parts a name with `const`.",
    ),
    "E116": Entry(
        "templates nested too deep",
        "At most 32 templates may stand inside of each other. Give inner ones a name.",
    ),
    "E117": Entry(
        "expression too deep",
        "A chain of operators, calls, or nested statements is longer than 500 levels. Give parts of it a name with "
        "`const`, or write a long concatenation as a list and `join` it. Nothing of the file is read.",
    ),
    "E118": Entry(
        "missing value",
        "An operator, a colon or an opening bracket is followed by something that is no value.",
    ),
    "E119": Entry(
        "not assignable", "Left of `=`, and beside `++`, stands a name, `a.b`, `a[b]` or a pattern."
    ),
    "E120": Entry(
        "parentheses needed",
        "JavaScript refuses `a || b ?? c` and `-a ** b`, because readers disagree on what they mean. Add parentheses.",
    ),
    "E121": Entry(
        "reserved word as a name",
        "Words of the language cannot be names. They can be keys, and stand behind a dot.",
    ),
    "E123": Entry(
        "declaration without a value",
        "A constant, and a pattern, must be given a value where it is declared.",
    ),
    "E124": Entry("rest not last", "`...rest` takes what is left over, so nothing can follow it."),
    "E125": Entry(
        "import or export in a block", "Modules are bound at the top of a file, outside of all braces."
    ),
    "E126": Entry(
        "`=` in an object",
        "In an object, a key and its value are separated by `:`. `=` belongs into patterns.",
    ),
    "E127": Entry(
        "unseen character",
        "A character that no editor shows, such as a zero-width space, makes a name or text another one than it seems to be.",
    ),
    "E128": Entry(
        "word that looks like another",
        "Letters of other scripts, such as those of Cyrillic, look like those of ASCII. A name with one of them passes for "
        "another name in a review.",
    ),
    "E129": Entry(
        "more errors than are shown",
        "A file that is broken in very many places is read no further after the first twenty. Mend those and look again.",
    ),
    "E130": Entry("class", _OUTSIDE + "Classes are not part of it. Write a function that returns an object."),
    "E131": Entry("generator", _OUTSIDE + "Generators are not part of it. Return an array."),
    "E132": Entry(
        "`new`",
        _OUTSIDE + "`new` makes errors only. Write objects and lists as they are.",
    ),
    "E133": Entry(
        "label", _OUTSIDE + "Labels are not part of it. Put the loops into a function and `return`."
    ),
    "E134": Entry(
        "tagged template",
        _OUTSIDE
        + "A template behind a value would be a call of it. Often only a comma is missing between them.",
    ),
    "E135": Entry("JSX", _OUTSIDE + "Markup is not part of it."),
    "E136": Entry(
        "TypeScript", _OUTSIDE + "Types are not part of it. Remove the annotation, or compile the file first."
    ),
    "E137": Entry("`switch`", _OUTSIDE + "Write `if … else if …`, or look the value up in an object."),
    "E138": Entry("`while`", _OUTSIDE + "Loops run over lists: `for (const item of items)`."),
    "E139": Entry("`with`", _OUTSIDE + "Name the object whose property you mean."),
    "E140": Entry("`try`", _OUTSIDE + "Errors end the compilation and are shown; there is nothing to catch."),
    "E141": Entry(
        "code from text",
        _OUTSIDE + "`eval` and `Function` run text as code, which would hide what a model does.",
    ),
    "E142": Entry(
        "import of everything", _OUTSIDE + "Name what is imported or exported, at the top of the file."
    ),
    "E143": Entry(
        "accessor", _OUTSIDE + "Properties have values; `get` and `set` would hide a function behind one."
    ),
    "E144": Entry("decorator", _OUTSIDE + "Decorators are not part of it."),
    "E145": Entry("private name", _OUTSIDE + "Private names belong to classes, which are not part of it."),
    "E146": Entry("`debugger`", _OUTSIDE + "There is nothing to halt."),
    "E147": Entry("BigInt", _OUTSIDE + "Numbers are plain numbers."),
    "E148": Entry("`for await`", _OUTSIDE + "Nothing is waited for in a loop; run over a list."),
}
