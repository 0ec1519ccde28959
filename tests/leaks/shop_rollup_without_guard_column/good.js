cube(`Sales`, {
  sql: `SELECT * FROM sales WHERE ${SECURITY_CONTEXT.shopId.requiredFilter('shop_id')}`,
  measures: { cents: { sql: `cents`, type: `sum` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    day: { sql: `day`, type: `time` },
    shopId: { sql: `shop_id`, type: `number` },
  },
  preAggregations: {
    daily: {
      type: `rollup`,
      measures: [Sales.cents],
      dimensions: [Sales.shopId],
      timeDimension: Sales.day,
      granularity: `day`,
    },
  },
});
