// Refused: extends of no cube.
cube(`A`, { extends: Zed, sql: `select 1` });
