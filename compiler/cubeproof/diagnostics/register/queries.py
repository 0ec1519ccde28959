"""E3xx, queries."""

from cubeproof.diagnostics.register import Entry

ENTRIES: dict[str, Entry] = {
    "E300": Entry(
        "the query is not JSON",
        'A query is a JSON object, such as `{"measures": ["Orders.count"]}`, or an array of them, in UTF-8. Keys and '
        "texts stand in double quotes, nothing follows the last element, and there are no comments. The place shown is "
        "the first that cannot be read.",
    ),
    "E301": Entry(
        "a key is given twice",
        "In one object each key may stand once. JSON readers differ in which of two they take, so a query with a key "
        "given twice could mean one thing to a reviewer and another to the compiler. Keep one of them.",
    ),
    "E302": Entry(
        "a number that JSON or a database cannot hold",
        "`NaN` and the infinities are no JSON numbers, and whole numbers beyond 64 bits would be rounded by one reader "
        "and refused by another. Write such a number as a string in double quotes.",
    ),
    "E303": Entry(
        "the query is nested too deeply",
        "Arrays and objects may stand inside each other 100 levels deep. Groups of filters that need more can be "
        "written flatter: an `and` inside an `and` is the same as one.",
    ),
    "E304": Entry(
        "a value of the wrong type",
        "A key of the query has a value that it cannot have, such as text where an array is needed. The message says "
        "what is expected. `null` is a value only where it means something: among the values of a filter, as a limit "
        "(no limit) and as a granularity (none); elsewhere leave the key out.",
    ),
    "E305": Entry(
        "an unknown key",
        "A query has the keys `measures`, `dimensions`, `segments`, `timeDimensions`, `filters`, `order`, `limit`, "
        "`offset`, `timezone`, `ungrouped`, `total` and `joinHints`; `renewQuery`, `cache` and `responseFormat` are accepted and "
        "have no effect on SQL. Any other key is an error, since a misspelt filter would be no filter.",
    ),
    "E306": Entry(
        "a key is missing",
        "A filter needs a `member` and an `operator`, or is a group `and` or `or`; a time dimension needs a "
        "`dimension`; a key of `order` written as an object needs an `id`.",
    ),
    "E307": Entry(
        "not a member's name",
        "Members are named by cube and member, `Orders.count`, in letters, digits and underscores. A dimension, and a "
        "key of `order`, may have a granularity behind it, `Orders.createdAt.month`, and every member the path of cubes "
        "by which it is joined before it: `Orders.Users.Cities.name`.",
    ),
    "E308": Entry(
        "the query asks for nothing",
        "A query needs at least one measure, one dimension, or one time dimension with a granularity. A time dimension "
        "without one only filters.",
    ),
    "E309": Entry(
        "not a granularity",
        "A granularity is `second`, `minute`, `hour`, `day`, `week`, `month`, `quarter`, `year`, or the name of one that "
        "the dimension defines, in letters, digits and underscores.",
    ),
    "E310": Entry(
        "an unknown operator",
        "The operators of filters are those of Cube's REST query, in camel case or snake case: `equals`, `notEquals`, "
        "`in`, `notIn`, `contains`, `startsWith`, `endsWith` and their `not…` forms, `gt`, `gte`, `lt`, `lte`, `set`, "
        "`notSet`, `inDateRange`, `notInDateRange`, `onTheDate`, `beforeDate`, `beforeOrOnDate`, `afterDate`, "
        "`afterOrOnDate`, `measureFilter`.",
    ),
    "E311": Entry(
        "a filter without values",
        "Every operator but `set`, `notSet` and `measureFilter` needs values. An empty list is no request for all rows: "
        "it mostly comes from a program whose choice was empty, and reading it as no condition would show "
        "everything. Leave the filter out to ask for all rows.",
    ),
    "E312": Entry(
        "a wrong number of values",
        "`gt`, `gte`, `lt` and `lte` compare with one value, `beforeDate` and its relatives with one date, date ranges "
        "have one or two dates. Cube takes the first of several and drops the others; here nothing is dropped.",
    ),
    "E313": Entry(
        "null where nothing can be compared with it",
        "`equals`, `notEquals`, `in` and `notIn` may have null among their values: it stands for rows without a value. "
        "No other operator can be true of null.",
    ),
    "E314": Entry(
        "a filter that is two things at once",
        "A filter is one condition with a `member` (or, as older clients write, a `dimension`), or one group, `and` or "
        "`or`. What belongs together goes into a group.",
    ),
    "E315": Entry(
        "values that have no effect",
        "`set`, `notSet` and `measureFilter` compare with nothing, so values given with them are ignored. Perhaps "
        "another operator was meant. This is a warning.",
    ),
    "E320": Entry(
        "an unknown time zone",
        "Zones are given by their IANA names, such as `Europe/Berlin` or `UTC`. Offsets (`+02:00`) and abbreviations are "
        "not accepted, because they do not say when clocks change. The name is checked against a list and never "
        "reaches the SQL as it was typed.",
    ),
    "E321": Entry(
        "not a date",
        "Dates are written `2020-12-31`, with a time `2020-12-31T23:59:59.999`, and optionally an offset or `Z`. The day "
        "must exist. In a range of two, both are such dates; a relative phrase (`last week`) stands alone.",
    ),
    "E322": Entry(
        "an unknown phrase for a date range",
        "Known are `today`, `yesterday`, `tomorrow`, `now`; `this`, `last` or `next` with a unit (`last month`); `last` or "
        "`next` with a number of units (`last 7 days`, without today); `3 days ago`, `in 3 days`, `3 days from now`; and "
        "`from … to …` with dates or such moments (`from 7 days ago to now`, with today). Units are seconds, minutes, "
        "hours, days, weeks (from Monday), months, quarters and years.",
    ),
    "E323": Entry(
        "a range that ends before it starts",
        "The second date of a range lies before the first, so no row could be in it. The ends are probably swapped.",
    ),
    "E324": Entry(
        "ranges that cannot be compared",
        "`compareDateRange` lists the ranges to compare, and makes one statement of each. One time dimension of a query "
        "may have it, in place of a `dateRange`.",
    ),
    "E325": Entry(
        "a date outside the calendar",
        "Dates lie in the years 1 to 9999, also after a relative phrase was counted or an offset was applied.",
    ),
    "E330": Entry(
        "a limit or offset out of bounds",
        "`limit` is a whole number from 0 to 50000, or null for no limit; without one a default applies. `offset` is a "
        "whole number from 0. `rowLimit` is another name of `limit`, and must not differ from it.",
    ),
    "E332": Entry(
        "an order that is none",
        '`order` is an object, `{"Orders.count": "desc"}`, or an array of pairs, `[["Orders.count", "desc"]]`. The '
        "direction is `asc` or `desc`, and one member has one direction.",
    ),
    "E340": Entry(
        "not supported yet",
        "The query uses a part of Cube's query language that Cubeproof cannot compile yet: `subqueryJoins`, or "
        " a member written as an expression. It is refused, because leaving it out would give other rows.",
    ),
}
