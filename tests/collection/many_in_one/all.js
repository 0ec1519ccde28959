// Twelve literal cubes in one file.
cube(`M1`, { sql: `select 1`, measures: { count: { type: `count` } } }); cube(`M2`, { sql: `select 1`, measures: { count: { type: `count` } } });
cube(`M3`, { sql: `select 1`, measures: { count: { type: `count` } } }); cube(`M4`, { sql: `select 1`, measures: { count: { type: `count` } } });
cube(`M5`, { sql: `select 1`, measures: { count: { type: `count` } } }); cube(`M6`, { sql: `select 1`, measures: { count: { type: `count` } } });
