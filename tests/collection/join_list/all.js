// Joins as a list.
cube(`Legs`, { sql: `select * from legs`, joins: [{ name: `Planes`, relationship: `many_to_one`, sql: `${CUBE}.plane = ${Planes}.id` }], measures: { count: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Planes`, { sql: `select * from planes`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
