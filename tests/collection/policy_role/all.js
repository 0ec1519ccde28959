// Policies by role, as the first version that had them.
cube(`Deals`, {
  sql_table: `deals`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true }, owner: { sql: `owner`, type: `string` } },
  accessPolicy: [{ role: `sales`, rowLevel: { filters: [{ member: `owner`, operator: `equals`, values: [securityContext.name] }] } }],
});
