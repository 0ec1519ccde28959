// tries: to give a member a name that looks like another
// expect: E247 E128 (warning)
cube(`A`, { sql: `SELECT 1`, dimensions: { id: { sql: `id`, type: `number` }, іd: { sql: `1`, type: `number` } } });
