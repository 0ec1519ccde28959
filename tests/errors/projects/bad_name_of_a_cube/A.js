cube(`a-b`, { //! E240
  sql: `SELECT ${Nope.x}`, //! E200
  titel: `a`, //! E242
  extends: Missing, //! E200
});
