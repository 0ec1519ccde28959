export const make = (name) => cube(name, {
  sql: `SELECT 1`,
  titel: `x`, //! E242
});
