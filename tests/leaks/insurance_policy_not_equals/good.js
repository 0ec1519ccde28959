cube(`Files`, {
  sql: `SELECT * FROM files`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    office: { sql: `office`, type: `string` },
  },
  accessPolicy: [
    {
      group: `*`,
      rowLevel: { filters: [{ member: `office`, operator: `equals`, values: [securityContext.office] }] },
    },
  ],
});
