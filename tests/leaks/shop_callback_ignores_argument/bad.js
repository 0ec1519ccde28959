cube(`Offers`, {
  sql: `SELECT * FROM offers WHERE ${SECURITY_CONTEXT.sellerId.requiredFilter((sellerId) => `seller_id IS NOT NULL`)}`,
  measures: {
    count: {
      type: `count`,
    },
  },
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
    },
  },
});
