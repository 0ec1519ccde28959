cube(`Prescriptions`, {
  sql: `SELECT * FROM prescriptions WHERE ${SECURITY_CONTEXT.doctorId.filter('doctor_id')}`,
  description: `What the doctor prescribed`,
  measures: {
    count: { type: `count` },
    doctors: { sql: `doctor_id`, type: `countDistinct` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
