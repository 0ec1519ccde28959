const wards = (list) => `ward IN (${list.join(`, `)})`;

cube(`Beds`, {
  sql: `SELECT * FROM beds WHERE ${SECURITY_CONTEXT.wards.requiredFilter((ids) => wards(ids))}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    bed: { sql: `bed`, type: `number`, primaryKey: true },
  },
});
