// A table that the environment names.
const table = process.env.VISITS_TABLE || 'visits';
cube(`Visits`, { sql: `select * from ${table}`, measures: { count: { type: `count` } } });
