// A bare dollar, `$200`, braces and quotes in SQL.
cube(`Prices`, { sql: `select *, '$200' as t, '{x}' as u, '$' as v from prices -- all of them
`, dimensions: { x: { sql: `regexp_replace(${CUBE}.x, '^a$', '$1')`, type: `string` }, y: { sql: `\`y y\` || '\\d'`, type: `string` }, z: { sql: `"Quoted".z`, type: `string` } } });
