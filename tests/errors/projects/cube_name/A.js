cube(`not a name`, { sql: `SELECT 1` }); //! E240
cube(5, { sql: `SELECT 1` }); //! E215
cube(`B`, `SELECT 1`); //! E215
