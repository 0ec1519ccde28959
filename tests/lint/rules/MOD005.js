//# bad
cube(`A`, { sql: `SELECT * FROM a`, sqlAlias: `x` });
cube(`B`, { sql: `SELECT * FROM b`, sqlAlias: `x` });
//# good
cube(`A`, { sql: `SELECT * FROM a`, sqlAlias: `x` });
cube(`B`, { sql: `SELECT * FROM b`, sqlAlias: `y` });
//# near-miss none
cube(`A`, { sql: `SELECT * FROM a` });
cube(`B`, { sql: `SELECT * FROM b` });
