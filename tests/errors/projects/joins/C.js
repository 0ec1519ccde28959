cube(`C`, { sql: `SELECT 1`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
