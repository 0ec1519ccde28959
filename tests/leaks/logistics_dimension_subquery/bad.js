cube(`Vans`, {
  sql: `SELECT * FROM vans WHERE ${SECURITY_CONTEXT.haulier.requiredFilter('haulier')}`,
  dimensions: {
    plate: { sql: `plate`, type: `string`, primaryKey: true },
    dearest: { sql: `(SELECT max(l.euros) FROM loads l)`, type: `number` },
  },
});

cube(`Loads`, {
  sql: `SELECT * FROM loads WHERE ${SECURITY_CONTEXT.haulier.requiredFilter('haulier')}`,
  measures: { euros: { sql: `euros`, type: `sum` } },
});
