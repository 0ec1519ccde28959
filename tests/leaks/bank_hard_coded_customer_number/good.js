cube(`Safes`, {
  // the safes of the customer
  sql: `SELECT safe_no, branch FROM safes WHERE branch = 'west' AND ${USER_CONTEXT.customerNo.filter('customer_no')}`,
  measures: {
    count: { type: `count`, drillMembers: [safeNo, branch] },
  },
  dimensions: {
    safeNo: { sql: `safe_no`, type: `number`, primaryKey: true },
    branch: { sql: `branch`, type: `string` },
  },
});
