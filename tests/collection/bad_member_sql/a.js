// Refused: a member called sql is taken for a template.
cube(`A`, { sql: `select 1`, dimensions: { sql: { sql: `q`, type: `string` } } });
