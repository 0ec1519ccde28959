// Refused: no such type of a dimension.
cube(`A`, { sql: `select 1`, dimensions: { d: { type: `date`, sql: `x` } } });
