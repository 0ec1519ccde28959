// Filters that a view has unless the query says otherwise.
cube(`Tasks`, {
  sql_table: `tasks`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true }, state: { sql: `state`, type: `string` } },
});
view(`OpenTasks`, {
  cubes: [{ join_path: Tasks, includes: `*` }],
  default_filters: [{ member: `state`, operator: `equals`, values: [`open`] }],
});
