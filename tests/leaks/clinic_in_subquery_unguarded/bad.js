cube(`Patients`, {
  sql: `
    SELECT p.* FROM patients p
    WHERE p.patient_id IN (SELECT r.patient_id FROM referrals r)
  `,
  joins: {
    Referrals: { relationship: `hasMany`, sql: `${CUBE}.patient_id = ${Referrals}.patient_id` },
  },
  measures: { count: { type: `count` } },
  dimensions: {
    patientId: { sql: `patient_id`, type: `number`, primaryKey: true },
    name: { sql: `name`, type: `string` },
  },
});

cube(`Referrals`, {
  sql: `SELECT * FROM referrals WHERE ${SECURITY_CONTEXT.practice.requiredFilter('practice_id')}`,
  measures: { count: { type: `count` } },
  dimensions: { patientId: { sql: `patient_id`, type: `number`, primaryKey: true } },
});
