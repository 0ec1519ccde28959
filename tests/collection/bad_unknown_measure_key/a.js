// Refused: the same at a measure.
cube(`A`, { sql: `select 1`, measures: { m: { type: `count`, colour: 'red' } } });
