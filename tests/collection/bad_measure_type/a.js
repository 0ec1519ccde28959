// Refused: no such type.
cube(`A`, { sql: `select 1`, measures: { m: { type: `median`, sql: `x` } } });
