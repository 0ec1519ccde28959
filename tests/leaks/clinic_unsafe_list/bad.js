const wards = (list) => list.map((ward) => `'${ward}'`).join(`, `);

cube(`Beds`, {
  sql: `SELECT * FROM beds WHERE ward IN (${wards(SECURITY_CONTEXT.wards.unsafeValue())})`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    bed: { sql: `bed`, type: `number`, primaryKey: true },
  },
});
