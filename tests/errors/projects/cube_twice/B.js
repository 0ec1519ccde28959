cube(`A`, { sql: `SELECT 2`, titel: `x` }); //! E241 E242
