// A cube without measures.
cube(`Langs`, { sql: `select * from langs`, dimensions: { code: { sql: `code`, type: `string` } } });
