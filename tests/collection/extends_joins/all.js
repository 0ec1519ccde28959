// A child's joins beside its parent's.
cube(`Base`, { sql: `select * from base`, joins: { Left: { relationship: `belongsTo`, sql: `${CUBE}.l = ${Left}.id` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Child`, { extends: Base, joins: { Right: { relationship: `belongsTo`, sql: `${CUBE}.r = ${Right}.id` } } });
cube(`Left`, { sql: `select * from l`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
cube(`Right`, { sql: `select * from r`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
