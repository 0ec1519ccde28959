cube(`Guilds`, {
  sql: `SELECT * FROM guilds WHERE (${SECURITY_CONTEXT.realm.requiredFilter('realm')}) IS NOT NULL`,
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
    },
  },
});
