cube(`Deployments`, {
  sql: `SELECT * FROM deployments d WHERE ${SECURITY_CONTEXT['https://id.example/claims'].org.requiredFilter('d.org')}`,
  measures: {
    count: {
      type: `count`,
    },
  },
  dimensions: {
    id: {
      sql: `${CUBE}.id`,
      type: `number`,
      primaryKey: true,
    },
  },
});
