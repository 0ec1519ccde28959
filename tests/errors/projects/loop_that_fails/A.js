for (const name of ['a', 'b', 'c']) {
  cube(name, {
    sql: `SELECT 1`,
    titel: `x`, //! E242
  });
}
