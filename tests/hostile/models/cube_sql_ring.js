// tries: to hold its own SQL
// expect: E253
cube(`A`, { sql: `SELECT * FROM (${B.sql()}) b` });
cube(`B`, { sql: `SELECT * FROM (${A.sql()}) a` });
