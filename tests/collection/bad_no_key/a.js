// Refused: a join beside a count, without a key.
cube(`A`, { sql: `select 1`, measures: { count: { type: `count` } }, joins: { B: { relationship: `belongsTo`, sql: `${CUBE}.b = ${B}.id` } } }); cube(`B`, { sql: `select 1`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
