cube(`ShopOrders`, {
  sql: `
    SELECT o.order_no, o.shop, r.refund_no, r.reason
    FROM shop_orders o
    JOIN refunds r ON r.order_no = o.order_no AND r.shop = o.shop
    WHERE ${SECURITY_CONTEXT.shop.requiredFilter('o.shop')}
  `,
  measures: { count: { type: `count` } },
  dimensions: {
    refundNo: { sql: `refund_no`, type: `number`, primaryKey: true },
    reason: { sql: `reason`, type: `string` },
  },
});

cube(`Refunds`, {
  sql: `SELECT * FROM refunds WHERE ${SECURITY_CONTEXT.shop.requiredFilter('shop')}`,
  measures: { count: { type: `count` } },
});
