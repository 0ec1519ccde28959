// Refused: an operator that does not exist.
cube(`A`, { sql: `select 1`, dimensions: { d: { sql: `d`, type: `string` } }, accessPolicy: [{ group: `*`, rowLevel: { filters: [{ member: `d`, operator: `like`, values: [`x`] }] } }] });
