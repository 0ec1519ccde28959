const canRead = (doctor) => `id IN (SELECT r.chart FROM chart_readers r WHERE r.doctor = ${doctor})`;

cube(`Charts`, {
  sql: `SELECT id FROM charts WHERE ${SECURITY_CONTEXT.doctor.requiredFilter(canRead)}`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
