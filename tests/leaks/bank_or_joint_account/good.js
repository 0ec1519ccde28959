cube(`Accounts`, {
  sql: `SELECT * FROM accounts a WHERE ${USER_CONTEXT.customer_id.filter('a.customer_id')} AND (a.is_joint = true OR a.joint_holder_id IS NULL)`,

  measures: {
    balance: { sql: `balance`, type: `sum`, format: `currency` }
  },

  dimensions: {
    accountNo: { sql: `account_no`, type: `number`, primaryKey: true, shown: true },
    isJoint: { sql: `is_joint`, type: `boolean` }
  }
});
