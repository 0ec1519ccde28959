const column = (name) => name.nothing.more; //! E204

cube(`A`, {
  sql: `SELECT 1`,
  title: column('a'),
  description: column('b'),
  titel: `x`, //! E242
});
