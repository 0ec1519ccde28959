// Refused: a measure and a dimension of one name.
cube(`A`, { sql: `select 1`, measures: { x: { type: `count` } }, dimensions: { x: { sql: `x`, type: `string` } } });
