//# bad
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { city: { sql: `${B.city}`, type: `string` } } });
cube(`B`, { sql: `SELECT * FROM b`, dimensions: { city: { sql: `city`, type: `string` } } });
//# good
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { city: { sql: `${B.city}`, type: `string` } }, joins: { B: { relationship: `belongsTo`, sql: `${CUBE}.b = ${B}.id` } } });
cube(`B`, { sql: `SELECT * FROM b`, dimensions: { city: { sql: `city`, type: `string` } } });
//# near-miss joined from the other side
cube(`A`, { sql: `SELECT * FROM a`, dimensions: { city: { sql: `${B.city}`, type: `string` } } });
cube(`B`, { sql: `SELECT * FROM b`, joins: { A: { relationship: `hasMany`, sql: `${CUBE}.id = ${A}.b` } }, dimensions: { city: { sql: `city`, type: `string` } } });
