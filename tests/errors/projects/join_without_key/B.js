cube(`B`, { sql: `SELECT 1`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } }, measures: { n: { type: `count` } } });
