cube(`Appointments`, {
  sql: `
    SELECT a.id FROM (SELECT id, clinic AS clinic, doctor AS doctor FROM appointments) a
    WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('a.clinic')}
  `,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});

cube(`Clinics`, {
  sql: `SELECT clinic FROM appointments WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`,
  measures: { count: { type: `count` } },
});
