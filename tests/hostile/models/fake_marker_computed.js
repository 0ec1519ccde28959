// tries: to compute the mark of a parameter
// expect: E263
cube(`A`, { sql: `SELECT ${String.fromCharCode(0)}p1` });
