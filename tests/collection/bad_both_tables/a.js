// Refused: sql and sqlTable.
cube(`A`, { sql: `select 1`, sqlTable: `t` });
