cube(`Dossiers`, {
  sql: `SELECT * FROM dossiers`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    branch: { sql: `branch`, type: `number` },
    training: { sql: `training`, type: `boolean` },
  },
  accessPolicy: [
    { group: `teller`, rowLevel: { filters: [{ member: `branch`, operator: `equals`, values: [securityContext.branch] }] } },
    { group: `trainee`, rowLevel: { filters: [{ member: `training`, operator: `equals`, values: [`true`] },
      { member: `branch`, operator: `equals`, values: [securityContext.branch] }] } },
  ],
});
