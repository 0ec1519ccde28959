cube(`Good`, { sql: `SELECT 1`, measures: { count: { type: `count` } } });
