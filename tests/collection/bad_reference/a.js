// Refused: a reference to no member.
cube(`A`, { sql: `select 1`, dimensions: { d: { sql: `${CUBE.zzz}`, type: `string` } } });
