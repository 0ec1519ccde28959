// Refused: a number for a title.
cube(`A`, { sql: `select 1`, title: 5 });
