// Refused: a measure without a type.
cube(`A`, { sql: `select 1`, measures: { m: { sql: `x` } } });
