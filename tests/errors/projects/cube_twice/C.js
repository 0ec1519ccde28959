cube(`A`, { sql: `SELECT 3` }); //! E241
