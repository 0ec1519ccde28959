const HOUSE_BROKER = 1;

cube(`Claims`, {
  sql: `
    SELECT claim_no, amount FROM claims_filed
    WHERE amount > 0 AND (${SECURITY_CONTEXT.broker.requiredFilter('broker_id')} AND amount <> ${HOUSE_BROKER})
  `,
  measures: { amount: { sql: `amount`, type: `sum` } },
  dimensions: { claimNo: { sql: `claim_no`, type: `number`, primaryKey: true } },
});
