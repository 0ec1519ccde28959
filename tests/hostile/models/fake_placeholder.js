// tries: to write what looks like a placeholder into SQL
// expect: no title
cube(`A`, { sql: `SELECT '$1', ?, %s, :a, {{ x }}, {% y %} FROM t -- ${'$'}{CUBE}` });
