cube(`Baskets`, {
  sql: `
    SELECT day,
           count(*) FILTER (WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}) AS baskets,
           sum(items) AS items
    FROM baskets
    GROUP BY day
  `,
  measures: { items: { sql: `items`, type: `sum` } },
  dimensions: { day: { sql: `day`, type: `string`, primaryKey: true } },
});
