cube(`A`, {
  sql: `SELECT 1`,
  joins: {
    Nowhere: { relationship: `belongsTo`, sql: `1 = 1` }, //! E250
    B: { relationship: `belongs`, sql: `${CUBE}.b = ${B}.id` }, //! E246
    C: { relationship: `hasMany` }, //! E244
  },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
