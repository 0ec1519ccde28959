cube(`Prescriptions`, {
  sql: `SELECT * FROM prescriptions WHERE ${SECURITY_CONTEXT.doctorId.filter('doctor_id')}`,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
