cube(`Policies`, {
  sql: `
    SELECT policy_no, premium
    FROM policies
    WHERE premium > 0
    -- brokers see what they sold
    AND ${SECURITY_CONTEXT.brokerId.requiredFilter('broker_id')}
  `,
  measures: { premium: { sql: `premium`, type: `sum` } },
  dimensions: { policyNo: { sql: `policy_no`, type: `string`, primaryKey: true } },
});
