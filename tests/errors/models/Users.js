// An error here does not hide one there.
cube(`Users`, {
  sql: `SELECT * FROM users WHERE ${USER_CONTEXT.filter.filter('x')}`, //! E258 a claim of that name cannot be reached
  extends: Missing, //! E200 no such cube
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    city: { sql: `city` }, //! E244 type is missing
  },
});

cube(`Users`, { sql: `SELECT 1` }); //! E241 declared twice
