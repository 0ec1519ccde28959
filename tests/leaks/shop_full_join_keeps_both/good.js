cube(`Stock`, {
  sql: `
    SELECT coalesce(s.sku, w.sku) AS sku
    FROM (SELECT * FROM stock WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}) s
    FULL JOIN (SELECT * FROM wanted WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}) w ON w.sku = s.sku AND w.shop = s.shop
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    sku: { sql: `sku`, type: `string`, primaryKey: true },
  },
});
