cube(`Users`, {
  sql: `SELECT 1`,
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
cube(`A`, {
  sql: `SELECT 1`,
  joins: { Users: { sql: `${CUBE}.u = ${Users}.id`, relationship: `many_to_one` } },
  measures: {
    count: {
      type: `count`,
      drillMembers: [
        id,
        nope, //! E200
        Users.nope, //! E252
        Nobody.name, //! E200
      ],
    },
  },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
  title: [
    never, //! E200
    no_more, //! E200
  ].join(` `),
});
