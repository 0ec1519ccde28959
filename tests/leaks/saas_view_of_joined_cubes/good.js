const rows = (table) => `SELECT * FROM ${table}`;

cube(`orgs`, {
  sql: `${rows('orgs')} WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  joins: { projects: { relationship: `one_to_many`, sql: `${CUBE}.id = ${projects}.org` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true } },
});

cube(`projects`, {
  sql: `${rows('projects')} WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  joins: { keys: { relationship: `one_to_many`, sql: `${CUBE}.id = ${keys}.project` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true } },
});

cube(`keys`, {
  sql: `${rows('keys')} WHERE id > 0 AND ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true } },
});
