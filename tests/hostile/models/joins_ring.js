// tries: to join in a ring
// expect: no title
cube(`A`, { sql: `SELECT 1`, joins: { B: { relationship: `belongsTo`, sql: `${CUBE}.b = ${B}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`B`, { sql: `SELECT 1`, joins: { A: { relationship: `belongsTo`, sql: `${CUBE}.a = ${A}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
