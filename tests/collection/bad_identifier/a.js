// Refused: a name that is nothing.
cube(`A`, { sql: `select 1`, dimensions: { d: { sql: `${nowhere}`, type: `string` } } });
