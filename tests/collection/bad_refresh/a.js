// Refused: no such interval.
cube(`A`, { sql: `select 1`, refreshKey: { every: `sometimes` } });
