const prefix = nothing + 1; //! E200
const table = `${prefix}_t`;

cube(`A`, { sql: `SELECT * FROM ${table}` });
cube(`B`, { sql: `SELECT * FROM ${prefix}`, titel: `b` }); //! E242
