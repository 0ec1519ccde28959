cube(`Hotels`, {
  sql: `SELECT * FROM hotels WHERE ${USER_CONTEXT.chainId.filter('chain')}`,
  measures: { count: { type: `count` } },
});

cube(`Stays`, {
  sql: `SELECT * FROM stays WHERE ${USER_CONTEXT.chainId.filter('chain')}`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, shown: true } },
});
