cube(`Baskets`, {
  sql: `
    SELECT day,
           count(*) FILTER (WHERE items > 0) AS baskets,
           sum(items) AS items
    FROM baskets
    WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}
    GROUP BY day
  `,
  measures: { items: { sql: `items`, type: `sum` } },
  dimensions: { day: { sql: `day`, type: `string`, primaryKey: true } },
});
