cube(`Cases`, {
  sql: `SELECT * FROM cases WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`,
  joins: { Lab: { relationship: `hasMany`, sql: `${CUBE}.patient_no = ${Lab}.patient_no AND ${CUBE}.clinic = ${Lab}.clinic` } },
  measures: { count: { type: `count` } },
  dimensions: { caseNo: { sql: `case_no`, type: `number`, primaryKey: true } },
});

cube(`Lab`, {
  sql: `SELECT * FROM lab WHERE ${SECURITY_CONTEXT.clinic.requiredFilter('clinic')}`,
  measures: { count: { type: `count` } },
  dimensions: { labNo: { sql: `lab_no`, type: `number`, primaryKey: true }, result: { sql: `result`, type: `string` } },
});
