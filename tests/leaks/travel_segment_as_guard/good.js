cube(`Vouchers`, {
  sql: `SELECT * FROM vouchers WHERE ${SECURITY_CONTEXT.agency.requiredFilter('agency')}`,
  segments: {
    printed: { sql: `${CUBE}.code <> ''` },
  },
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    code: { sql: `code`, type: `string`, primaryKey: true },
  },
});
