// Functions as sql, with parameters by name; sql by reference and by string.
const from = () => `select * from fns`;
cube(`Fns`, { sql: from, measures: { count: { type: `count` } }, dimensions: { a: { sql: 'a', type: 'string' }, b: { sql: "b", type: "string" } } });
