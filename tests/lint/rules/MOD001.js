//# bad
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { old: { sql: `old`, type: `string`, shown: false } } });
//# good
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { b: { sql: `b`, type: `string` } } });
//# near-miss used
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { raw: { sql: `raw`, type: `string`, shown: false }, short: { sql: `left(${raw}, 3)`, type: `string` } }, measures: { n: { type: `count`, drillMembers: [short] } } });
