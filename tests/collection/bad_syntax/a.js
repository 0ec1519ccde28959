// Refused: a comma is missing.
cube(`A`, { sql: `select 1` measures: {} });
