// Refused: a sum of nothing.
cube(`A`, { sql: `select 1`, measures: { m: { type: `sum` } } });
