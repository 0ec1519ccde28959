// Refused: a view with two members of a name.
cube(`A`, { sql: `select 1`, measures: { count: { type: `count` } }, joins: { B: { relationship: `hasOne`, sql: `${A}.id = ${B}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`B`, { sql: `select 1`, measures: { count: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
view(`V`, { cubes: [{ joinPath: A, includes: `*` }, { joinPath: A.B, includes: `*` }] });
