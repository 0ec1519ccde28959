cube(`B`, { sql: `SELECT 1` })); //! E104
