class B {} //! E130
debugger; //! E146
cube(`A`, { sql: `SELECT 1`, titel: `x` }); //! E242
