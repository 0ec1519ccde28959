"""E350 to E399, queries that do not fit the model."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E350": Entry(
        "unknown cube",
        "The query names a cube that the model does not declare. Names are case-sensitive. `cubeproof "
        "meta` lists what there is.",
    ),
    "E351": Entry(
        "unknown member",
        "The cube has no measure, dimension or segment of that name. Names are case-sensitive. `cubeproof "
        "meta` lists what there is.",
    ),
    "E352": Entry(
        "member of another kind",
        "A measure was asked for under `dimensions`, a dimension under `measures`, and so on. Move it to "
        "the key of its kind.",
    ),
    "E353": Entry(
        "not supported yet",
        "The model or query is right and means something that has no SQL here yet. Nothing is "
        "approximated: the query is refused as a whole.",
    ),
    "E354": Entry(
        "measures and dimensions in one group of filters",
        "A filter on a dimension is decided for each row, one on a measure for each group of rows. An "
        "`and` or `or` that holds both cannot be written into one condition. Put them into groups of "
        "their own.",
    ),
    "E355": Entry(
        "not a time dimension",
        "`timeDimensions` and the operators for dates need a dimension of the type `time`.",
    ),
    "E356": Entry(
        "unknown granularity",
        "Time dimensions are cut to second, minute, hour, day, week (from Monday), month, quarter or "
        "year, or to a granularity that the dimension declares.",
    ),
    "E357": Entry(
        "measure inside a value of each row",
        "A dimension, a segment, a filter of a measure, the SQL that a measure aggregates or that of a cube refers "
        "to a measure. A measure has no value for a single row. Use a measure of the type `number` to compute "
        "with measures.",
    ),
    "E358": Entry(
        "order by a member that is not selected",
        "Rows can be ordered by what the query selects. Like Cube, Cubeproof ignores any other key of "
        "`order`, and says so.",
    ),
    "E359": Entry(
        "two things with one alias",
        "Aliases are snake case, so that different names may become one alias. Rows could be mistaken for "
        "each other; rename one, or set `sqlAlias` on its cube.",
    ),
    "E360": Entry(
        "no join path",
        "The cubes of the query are not connected by joins. A join is followed only in the direction in "
        "which it is declared, and one of the query's own cubes must reach all others. The help names the join that "
        "would connect them, and whether it is declared in the other direction.",
    ),
    "E361": Entry(
        "cubes of different data sources",
        "One statement runs on one database. Ask the cubes of each data source in a query of their own.",
    ),
    "E362": Entry(
        "rows would be counted more than once",
        "A join to many rows repeats the rows of the other side. Measures are computed over each row once "
        "all the same, unless the measure itself looks at the many rows: then it has several values for a row "
        "of its cube, and no sum of them is right. The message names the path that multiplies.",
    ),
    "E363": Entry(
        "join condition needs another cube",
        "The SQL of a join refers to a cube that is not one of its two sides and is not joined before it.",
    ),
    "E364": Entry(
        "FILTER_PARAMS callback does not fit the filter",
        "The callback gets the values of the filter and not its operator. It must use every value, and "
        "the operator must be one that a condition on those values can stand for; otherwise rows would be "
        "lost silently.",
    ),
    "E365": Entry(
        "value does not fit the member",
        "A filter on a number needs numbers, and one on a boolean `true` or `false`; texts that read as "
        "such are accepted.",
    ),
    "E366": Entry(
        "several statements where one is wanted",
        "An array of queries, or `compareDateRange`, makes a statement for each query and range, and `total` one "
        "more that counts the rows. Ask them one by one.",
    ),
    "E367": Entry(
        "statement too large",
        "A reference to a member is replaced by that member's SQL. Members that refer to each other again "
        "and again make a statement that doubles at each step, or one that is nested deeper than any "
        "model people write. It is refused before it is built.",
    ),
    "E368": Entry(
        "sub-query dimension without a query",
        "A dimension with `subQuery: true` is a measure of other rows, computed for each row of its cube: it "
        "refers to a measure, and its cube has a primary key by which the value is joined.",
    ),
    "E369": Entry(
        "window without a range of time",
        "A rolling window or running total goes along one time dimension of the query, through the buckets of "
        "one granularity, from the start to the end of one `dateRange`.",
    ),
    "E380": Entry(
        "two paths to one cube",
        "A statement has one set of rows of each cube, joined by one path. The query, or members that it asks for, name "
        "two different paths to the same cube, which mean different rows. Cube takes the first and answers for both.",
    ),
    "E383": Entry(
        "rows that cannot be shown one by one",
        "An `ungrouped` query shows rows as they are joined, each measure as its value in one row: 1 for a row that is "
        "counted, the value that would be added up. The primary keys of all joined cubes must be selected, measures "
        "cannot be filtered, and a measure whose SQL is an aggregate of its own has no value in a row.",
    ),
    "E382": Entry(
        "a bucket of months begins on a day that not every month has",
        "The origin of a granularity is an instant, with `Z` behind it, and in the query's zone it falls on a day that some "
        "of the months in which a bucket begins do not have.",
    ),
    "E381": Entry(
        "several paths are equally short",
        "From one cube to another there are several ways over as many joins, and they may mean different rows. Like "
        "Cube, Cubeproof takes the one whose joins are declared first, so that the order of lines in the model decides. "
        "Name the path: in the query (`Orders.Users.Cities.name`, or `joinHints`), or in the model "
        "(`${CUBE.Users.Cities.name}`). This is a warning.",
    ),
    "E386": Entry(
        "hidden member",
        "The query names a member that is hidden: `public: false` (or `shown: false`) of its own, of its cube or its view, or "
        "a primary key that does not say `public: true`. Cube compiles such a query and leaves the refusal to its gateway; "
        "here it is refused under `--semantics strict` and with `--respect-visibility`.",
    ),
    "E385": Entry(
        "one column under two names",
        "A view shows a member of a cube under a name of its own. In one query it is one column, so it is asked for under one "
        "of its names.",
    ),
}
