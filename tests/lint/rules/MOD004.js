//# bad
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { active: { sql: `${CUBE}.a OR ${CUBE}.b`, type: `boolean` } } });
//# good
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { active: { sql: `(${CUBE}.a OR ${CUBE}.b)`, type: `boolean` } } });
//# near-miss a case
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { kind: { sql: `CASE WHEN a OR b THEN 'x or y' ELSE 'z' END`, type: `string` }, mid: { sql: `${CUBE}.n BETWEEN 1 AND 2`, type: `boolean` } } });
