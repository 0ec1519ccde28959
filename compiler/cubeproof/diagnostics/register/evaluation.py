"""E200 to E239, what a model computes."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E200": Entry(
        "name that is not defined",
        "A name is used that neither the file, nor what it imports, nor the language declares. Inside `sql` and the other "
        "properties that refer, the cubes of the model, the members of the cube itself and `CUBE`, `USER_CONTEXT`, "
        "`FILTER_PARAMS` and the like are known too; a cube whose name is computed knows its members as `CUBE.member` only. "
        "Helper functions outside of the cube do not know these names: give them as arguments.",
    ),
    "E201": Entry(
        "name that has no value yet",
        "`const` and `let` give a name its value when their statement is reached; a use before that fails, as in JavaScript. "
        "Move the declaration up.",
    ),
    "E202": Entry(
        "change of a constant",
        "A name declared with `const`, an imported name, a name of the language, or an object or list given to "
        "`Object.freeze` cannot change. Declare the name with `let`, or make a copy: `{...object}`, `[...list]`.",
    ),
    "E204": Entry(
        "member of undefined or null",
        "`a.b` fails where `a` is undefined or null, as in JavaScript. Write `a?.b`, or give a default: `(a || {}).b`.",
    ),
    "E205": Entry(
        "call of what is no function",
        "Only functions can be called, and methods such as `.map` need a function as argument. The message says what stands "
        "there instead.",
    ),
    "E206": Entry(
        "value of the wrong shape",
        "Spreading, `for … of` and `[a, b] = …` need a list or a text; `{a} = …`, `in` and `Object.keys` need an object. "
        "The message says what stands there instead.",
    ),
    "E207": Entry(
        "built-in member that is not supported yet",
        "JavaScript has this member or function, but Cubeproof's evaluator does not know it yet. It stops here rather than "
        "guess: a wrong value could end up in SQL. Write the same with other members.",
    ),
    "E208": Entry(
        "model that refuses to go on",
        "The model itself executed `throw`; the message is what it threw.",
    ),
    "E209": Entry(
        "construct that is not supported yet",
        "This is JavaScript that Cubeproof parses but does not evaluate yet. It stops here rather than guess: a wrong value "
        "could end up in SQL. The message names the construct; write the same in a simpler way.",
    ),
    "E210": Entry(
        "too many steps",
        "A model is evaluated under a budget of steps for each file and each template, so that no model can keep a build "
        "busy for ever. A loop or a recursion that does not end is the usual reason; very large generated models are another.",
    ),
    "E211": Entry(
        "too deep",
        "Calls, expressions and lists may nest only so deep. Recursion that does not end is the usual reason; go through "
        "lists with `.map` or a loop.",
    ),
    "E212": Entry(
        "too large",
        "A text, a list or an object would become larger than any model needs. Look for something that doubles in a loop.",
    ),
    "E213": Entry(
        "value that has no text",
        "A function, a template or a cube without a name stands where a text is wanted. Call the function, or name what you "
        "mean.",
    ),
    "E214": Entry(
        "no compile context",
        "The model reads `COMPILE_CONTEXT`, and none is given: what the model says depends on it. Give one with "
        "`--compile-context` or `compile-context` in the configuration.",
    ),
    "E215": Entry(
        "wrong call of a function of the model",
        "`cube`, `view` and `context` take a name and an object, `cube` also an object alone; `asyncModule` takes a function. "
        "They are called while a file is evaluated, never inside of a template.",
    ),
    "E216": Entry(
        "name declared twice",
        "One block declares a name once, as in JavaScript. Rename one of them.",
    ),
    "E217": Entry(
        "definition that nests too deep",
        "The definition of a cube contains itself, or nests deeper than any definition needs.",
    ),
    "E218": Entry(
        "argument out of range",
        "A built-in function was given what it cannot work with, such as `.repeat(-1)`, a text that is no JSON, or a position "
        "in the middle of a character.",
    ),
    "E219": Entry(
        "reach for the outside",
        "A model cannot use the network, the clock, the file system, timers or the host it runs on, so that it means the same "
        "everywhere and no model can do harm. Keep what it needs as data in a `.json` file and import that.",
    ),
    "E220": Entry(
        "not possible with a name of SQL",
        "Cubes, members, claims and filters are known to the database, a caller or a query, not while a model is compiled. "
        "They can be written into SQL and compared where the message does not say otherwise.",
    ),
    "E221": Entry(
        "condition that cannot be decided here",
        "The condition asks for something that only a caller or a query decides, at a place where none is asked: outside of "
        "SQL, or for `typeof` of a name of SQL as a value.",
    ),
    "E222": Entry(
        "text with SQL in it",
        "A text that contains `${CUBE}`, a member or a guard has gaps that are filled later, so its length or its words are "
        "not known. It can be joined with other text: templates, `+`, `.join`, `.concat`. Do anything else to the plain text "
        "before.",
    ),
    "E223": Entry(
        "template that would remember something",
        "A template is evaluated many times and for many callers. Were it to change a variable, a list or an object from "
        "outside, what one caller sees could depend on another. Compute the value before the template, and only use it there.",
    ),
    "E224": Entry(
        "parameter that is no name of SQL",
        "The parameters of a function given as `sql` and the like are matched by name: `CUBE`, cubes, own members, "
        "`USER_CONTEXT`, `FILTER_PARAMS` and so on.",
    ),
    "E225": Entry(
        "regular expression that cannot be used",
        "The pattern is malformed, or holds what cannot be matched in time that grows with the text alone: back-references "
        "(`\\1`, `\\k<name>`), look-ahead and look-behind (`(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`), very many repetitions. A model "
        "must not be able to keep a build busy. Use simpler patterns one after the other, or methods of texts.",
    ),
    "E226": Entry(
        "reach for a prototype",
        "`prototype`, `__proto__`, `constructor` and accessors lead to what all values of a program share, so a model that "
        "reads or changes them could change what other models mean. Objects of a model have their own keys and nothing else.",
    ),
    "E229": Entry(
        "call of a built-in module",
        "What `Funnels.eventFunnel` and its like are given lacks something they need, or says it twice. The message names it.",
    ),
    "E230": Entry(
        "import that is not found",
        "`./name` and `../name` start at the root of the model, not at the importing file (a helper outside of the model "
        "starts at its own folder). `.js` and `.json` files can be imported; the name must stand there as a plain text.",
    ),
    "E231": Entry(
        "import that leaves the project",
        "A model imports files of its own project only, links included. A project begins at the nearest folder above the "
        "model with `package.json`, `pyproject.toml` or `.git`.",
    ),
    "E232": Entry(
        "import of a package",
        "Packages and addresses on the network are not available to a model. Copy what is needed into a file of the project.",
    ),
    "E233": Entry(
        "import in a circle",
        "Two files import each other, and a value is wanted before its file has come to it. Move what both need to a third.",
    ),
    "E234": Entry(
        "name that is not exported",
        "The imported file has no export of this name. A default import takes everything that a file exports.",
    ),
    "E236": Entry(
        "import whose name is computed",
        "`require` takes the name of a file as a plain text, so that it is known which files make up a model.",
    ),
}
