cube(`Safes`, {
  // the safes of the customer
  sql: `SELECT safe_no, branch FROM safes WHERE branch = 'west' AND customer_no = 'DE-0042'`,
  measures: {
    count: { type: `count`, drillMembers: [safeNo, branch] },
  },
  dimensions: {
    safeNo: { sql: `safe_no`, type: `number`, primaryKey: true },
    branch: { sql: `branch`, type: `string` },
  },
});
