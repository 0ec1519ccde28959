// Refused: a join to no cube.
cube(`A`, { sql: `select 1`, joins: { Zed: { relationship: `belongsTo`, sql: `1 = 1` } } });
