cube(`Rounds`, {
  sqlTable: `rounds`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, studio: { sql: `studio`, type: `string` } },
  accessPolicy: [
    { group: `*`, rowLevel: { filters: [{ member: `studio`, operator: `equals`, values: [securityContext.studio] }] } },
  ],
});

cube(`SeasonRounds`, {
  sql: `SELECT * FROM rounds WHERE season = 9`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
