cube(`Trips`, {
  sql_table: `trips`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    driver: { sql: `driver`, type: `string` },
    state: { sql: `state`, type: `string` },
  },
  accessPolicy: [
    { group: `driver`, rowLevel: { filters: [{ member: `driver`, operator: `equals`, values: [securityContext.name] }] } },
    { group: `*`, rowLevel: { filters: [{ member: `state`, operator: `equals`, values: [`done`] }, { member: `driver`, operator: `equals`, values: [securityContext.name] }] } },
  ],
});
