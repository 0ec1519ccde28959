cube('Wares', {
  sql: `
    SELECT w.id, w.merchant FROM wares w
    WHERE ${SECURITY_CONTEXT['merchant'].requiredFilter((m) => `(w.merchant = ${m} OR w.merchant = 'house')`)}
  `,
  measures: {
    count: { type: 'count' },
  },
  dimensions: {
    id: { sql: 'id', type: 'number', primaryKey: true },
  },
});
