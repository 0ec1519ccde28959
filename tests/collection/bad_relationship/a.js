// Refused: no such relationship.
cube(`A`, { sql: `select 1`, joins: { B: { relationship: `many`, sql: `1 = 1` } } }); cube(`B`, { sql: `select 1` });
