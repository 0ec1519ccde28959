const canRead = (doctor) => `readers LIKE '%' || ${doctor} || '%'`;

cube(`Charts`, {
  sql: `SELECT id FROM charts WHERE ${SECURITY_CONTEXT.doctor.requiredFilter(canRead)}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
