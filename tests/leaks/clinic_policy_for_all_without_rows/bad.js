cube(`Treatments`, {
  sql_table: `treatments`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    clinic: { sql: `clinic`, type: `string` },
    cost: { sql: `cost`, type: `number` },
  },
  accessPolicy: [
    {
      group: `*`,
      memberLevel: { excludes: [`cost`] },
    },
  ],
});
