const a = 1;
const b = a(); //! E205
const c = [].nothing(); //! E205
const d = undefined.x; //! E204
cube(`A`, { sql: `SELECT ${b} ${c} ${d}` });
