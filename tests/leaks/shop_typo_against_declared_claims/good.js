cube(`Vouchers`, {
  sqlAlias: `v`,
  sql: `SELECT * FROM vouchers WHERE ${SECURITY_CONTEXT.shopId.requiredFilter('shop')}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    code: { sql: `code`, type: `string`, primaryKey: true },
  },
});
