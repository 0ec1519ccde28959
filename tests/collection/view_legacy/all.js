// includes and excludes at the top of a view, as they were first.
cube(`Calls`, { sql: `select * from calls`, measures: { count: { type: `count` }, seconds: { sql: `s`, type: `sum` } }, dimensions: { line: { sql: `line`, type: `string` } } });
view(`CallCenter`, { includes: [Calls.count, Calls.line], excludes: [Calls.seconds] });
