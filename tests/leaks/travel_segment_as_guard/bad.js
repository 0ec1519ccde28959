cube(`Vouchers`, {
  sql: `SELECT * FROM vouchers`,
  segments: {
    mine: { sql: `${SECURITY_CONTEXT.agency.filter('agency')}` },
  },
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    code: { sql: `code`, type: `string`, primaryKey: true },
  },
});
