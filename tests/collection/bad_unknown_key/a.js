// Refused: a property that does not exist.
cube(`A`, { sql: `select 1`, colour: 'red' });
