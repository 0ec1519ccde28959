"""E240 to E299, what a model means."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E240": Entry(
        "bad name of a cube or view",
        "Names of cubes and views become names in JavaScript and in queries: letters, digits and `_`, and no digit first.",
    ),
    "E241": Entry(
        "cube declared twice",
        "Two cubes or views have one name, perhaps in two files. Cube up to 0.35 silently used the later one; which rows a "
        "caller gets would depend on the order of files. Rename one of them.",
    ),
    "E242": Entry(
        "unknown property",
        "No version of Cube knows a property of this name here, so it would be refused there too. Properties may be written "
        "in camel case or in snake case. Data of your own belongs into `meta`.",
    ),
    "E243": Entry(
        "property of the wrong kind",
        "The value is not what the property takes: a text where an object belongs, a number where `true` or `false` does. "
        "A template that was computed outside of the call of `cube` is plain text when it arrives: give it as a function, "
        "`sql: () => text`.",
    ),
    "E244": Entry(
        "missing property",
        "Without this property the definition means nothing: a cube needs `sql` or `sqlTable`, a measure or dimension a "
        "`type`, most of them `sql`, a join its `relationship` and `sql`, a geo dimension both coordinates.",
    ),
    "E245": Entry(
        "properties that exclude each other",
        "Both say the same thing in two ways (`sql` and `sqlTable` of a cube; `sql`, `case` and `latitude` of a dimension), "
        "so one of them would be ignored. Delete one.",
    ),
    "E246": Entry(
        "word that is not known here",
        "The property takes one of a few words: types of measures and dimensions, relationships of joins. Camel case and "
        "snake case are both accepted.",
    ),
    "E247": Entry(
        "bad name of a member",
        "Names of members become names in JavaScript, in queries and in aliases: letters, digits and `_`, and no digit first.",
    ),
    "E248": Entry(
        "two members with one name",
        "Measures, dimensions and segments of a cube share their names: a reference could mean either. Rename one.",
    ),
    "E249": Entry(
        "property written twice",
        "In JavaScript the later of two equal keys silently wins. In a model that hides a filter or a whole member, so it is "
        "an error. A key in camel case and the same in snake case are one property.",
    ),
    "E250": Entry(
        "join to an unknown cube",
        "The key of a join is the name of the cube that is joined, and no file of the model declares that cube.",
    ),
    "E251": Entry(
        "joined cube without a primary key",
        "A join may repeat rows, and a measure that counts or adds up would then be wrong. The primary key tells rows apart. "
        "Mark the dimension, or the dimensions together, with `primaryKey: true`.",
    ),
    "E252": Entry(
        "unknown member",
        "A reference such as `${CUBE.total}` or `${Users.city}` names a measure, dimension or segment that the cube does not "
        "have, nor inherits; or a granularity that the time dimension does not have.",
    ),
    "E253": Entry(
        "reference to itself",
        "The SQL of a member contains the SQL of the members it refers to; one that contains itself, directly or through "
        "others, has no end. A column of the same name is `${CUBE}.name`, or plain `name`. Very long chains of references are "
        "refused too.",
    ),
    "E254": Entry(
        "columns of a foreign cube",
        "`${Users}.city` in a member of another cube uses an alias that need not be in the query. Define the member in the "
        "cube that has the column, and refer to it: `${Users.city}`; the join is then made. Cube since 0.35 refuses it as "
        "well. In a cube that extends another, write `${CUBE}` for the cube itself.",
    ),
    "E255": Entry(
        "cube that cannot be extended",
        "`extends` takes the name of a cube, without quotes, or a cube without a name, `const Base = cube({…})`. A cube cannot "
        "extend itself, nor a view.",
    ),
    "E256": Entry(
        "not usable as SQL",
        "A template has to end as text. It gave something else (undefined, a number, a list), or it asks something of a name "
        "of SQL that only the database could answer.",
    ),
    "E257": Entry(
        "too many conditions",
        "Every condition on a claim or on FILTER_PARAMS doubles the texts that a template can become, and each is checked. "
        "Put the condition into the SQL, with the claim as a parameter, or split the template.",
    ),
    "E258": Entry(
        "claim that cannot be reached",
        "`filter`, `requiredFilter` and `unsafeValue` are methods of every claim, so a claim of that name is hidden by the "
        "method, in Cube as here. Give the claim another name in the token.",
    ),
    "E259": Entry(
        "bad use of the security context",
        "A guard is written `${SECURITY_CONTEXT.claim.filter('column')}`, `.requiredFilter('column')`, or with a function in "
        "place of the column, ``.filter((value) => `column IN (${value})`)``. The context as a whole is neither text nor filter.",
    ),
    "E260": Entry(
        "bad use of FILTER_PARAMS, FILTER_GROUP or SQL_UTILS",
        "The forms are `FILTER_PARAMS.Cube.member.filter('column')` (or a function in place of the column), "
        "`FILTER_GROUP(FILTER_PARAMS…, FILTER_PARAMS…)` and `SQL_UTILS.convertTz('column')`; the cube must exist.",
    ),
    "E261": Entry(
        "condition inside quotes or a comment",
        "A guard, a claim or a pushed filter stands where the database sees only text: the rows would not be restricted, "
        "although the model looks as if they were. Values bring their own quotes: write `x = ${value}`, not `x = '${value}'`. "
        "Delete what is commented out.",
    ),
    "E262": Entry(
        "placeholder that is not text",
        "A callback gets placeholders, never values: one, or a list where the claim is a list. They can be put into SQL, "
        "joined, counted and asked for their type; comparing them is the database's work.",
    ),
    "E263": Entry(
        "text with a NUL character",
        "No SQL text may hold the character with code 0: databases cut it off or refuse it.",
    ),
    "E264": Entry(
        "bad interval",
        "An interval of a rolling window is a number and a unit, `7 day` or `1 month`, or the word `unbounded`.",
    ),
    "E265": Entry(
        "text that Cube refuses",
        "Cube takes functions here, and makes one of a template that stands inside the call of `cube`. A text that was "
        "computed elsewhere says the same, so it is taken as it is, but Cube would refuse the model: write `sql: () => text`.",
    ),
    "E266": Entry(
        "property without effect",
        "Another property takes its place: `buildRangeStart` that of `refreshRangeStart`, which is its older name.",
    ),
    "E267": Entry(
        "member of another kind",
        "A pre-aggregation names its measures, dimensions and segments apart, and its time dimension is of type `time`. Cube "
        "finds out when it builds the table.",
    ),
    "E268": Entry(
        "access policy that restricts nobody",
        "A list without a policy is the same as no list: every caller sees every row. To show a cube to nobody, give a "
        "policy to a group that has no members.",
    ),
    "E269": Entry(
        "computed values in an access policy",
        "The values of a policy's filter are constants and claims, which are bound as parameters when a caller is known. What "
        "is computed from a claim, such as `securityContext.region.toUpperCase()`, is refused: put it into the token.",
    ),
    "E270": Entry(
        "granularity without a place on the calendar",
        "A granularity of a time dimension has an `interval`, `6 months` or `2 weeks`, and perhaps an `offset` or an `origin`. "
        "Without an origin the interval must be a part of a longer unit (1, 2, 3, 4, 6 or 12 months, a number of hours "
        "that divides the day, …), or a number of years, counted from 2000. Months cannot be mixed with days or shorter "
        "units, whose number in a month differs; and a bucket of months begins on a day that all of those months have.",
    ),
    "E271": Entry(
        "access policy that names another cube",
        "An access policy speaks about the members of its own cube. To filter by a member of another cube, define a "
        "dimension that refers to it: `sql: `${Users.city}``.",
    ),
    "E272": Entry(
        "SQL that says nothing",
        "An `sql` without any text makes a statement that no database accepts. Cube takes it and fails when a query needs it. "
        "A cube that only others extend may leave its `sql` to them.",
    ),
    "E280": Entry(
        "not accepted by every version of Cube",
        "Some versions of Cube refuse what is written here, others accept it. It is compiled; before a change of version, "
        "replace it.",
    ),
    "E281": Entry(
        "FILTER_PARAMS without effect",
        "Only filters on dimensions are pushed down. `FILTER_PARAMS` of a measure, or of a member that does not exist, is "
        "always true, in Cube as here.",
    ),
    "E290": Entry(
        "a view names a member that is not there",
        "`includes` or `excludes` of a view names what the cube does not have. Cube 0.35 takes it silently and Cube 1.7 refuses "
        "the model for `includes`; a misspelled `excludes` shows what it was to hide.",
    ),
    "E291": Entry(
        "a join path without a join",
        "Each step of a `joinPath` needs a join that is declared in the cube before it. Cube accepts the view and fails when a "
        "query takes the path.",
    ),
    "E292": Entry(
        "two members of one name in a view",
        "What a view includes needs names of its own: leave one out with `excludes`, or give it an `alias` or a `prefix`.",
    ),
    "E293": Entry(
        "a cube along two paths in a view",
        "Rows of a cube that are reached along two join paths are two different sets of rows. A query can ask for members "
        "along one of the paths.",
    ),
    "E294": Entry(
        "`split` with `prefix`",
        "`split` makes a view of each cube, whose members keep their names; a prefix has no place there. No version of Cube "
        "accepts both.",
    ),
    "E295": Entry(
        "a folder names a member that is not there",
        "A folder of a view includes members of that view, under the names they have in the view.",
    ),
    "E296": Entry(
        "a level that is no dimension",
        "The levels of a hierarchy are dimensions of the cube, or of cubes that it joins.",
    ),
}
