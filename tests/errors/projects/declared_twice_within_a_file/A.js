const a = 1;
const a = 2; //! E216
let b = 1, a = 3; //! E216
cube(`A`, { sql: `SELECT ${b}`, titel: `a` }); //! E242
cube(`B`, { sql: `SELECT ${a} ${nope}` }); //! E200
