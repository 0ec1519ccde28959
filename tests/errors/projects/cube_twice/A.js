cube(`A`, { sql: `SELECT 1` });
