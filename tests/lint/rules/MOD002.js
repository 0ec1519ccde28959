//# bad
cube(`A`, { sql: `SELECT * FROM a`, measures: { n: { type: `count` } }, joins: { B: { relationship: `belongsTo`, sql: `${CUBE}.b = ${B}.id` } } });
cube(`B`, { sql: `SELECT * FROM b`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# good
cube(`A`, { sql: `SELECT * FROM a`, measures: { n: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
//# near-miss no join
cube(`A`, { sql: `SELECT * FROM a`, measures: { n: { type: `count` } } });
