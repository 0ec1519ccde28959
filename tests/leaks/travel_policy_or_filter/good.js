cube(`Trips`, {
  sqlTable: `trips`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    agent: { sql: `agent`, type: `string` },
    featured: { sql: `featured`, type: `boolean` },
  },
  accessPolicy: [
    { group: `agents`,
      rowLevel: { filters: [{ and: [
        { member: `agent`, operator: `equals`, values: [securityContext.name] },
        { member: `featured`, operator: `set` },
      ] }] } },
  ],
});
