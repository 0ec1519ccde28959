const rows = `SELECT v.*, p.birth_year FROM visits v INNER JOIN patients p ON p.id = v.patient_id AND p.clinic_id = v.clinic_id`;
cube(`Visits`, { sql: `${rows} WHERE ${USER_CONTEXT.clinicId.requiredFilter('v.clinic_id')} AND (v.kind = 'first' OR v.kind = 'check')`,
 measures: { count: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, clinic: { sql: `clinic_id`, type: `number` }, at: { sql: `at`, type: `time` } } });
cube(`Patients`, { sql: `SELECT * FROM patients WHERE ${USER_CONTEXT.clinicId.requiredFilter('clinic_id')}`, joins: { Visits: { relationship: `hasMany`, sql: `${CUBE}.id = ${Visits}.patient_id` } }, measures: { count: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, clinic: { sql: `clinic_id`, type: `number` } } });
cube(`Doctors`, { sql: `SELECT * FROM doctors WHERE ${USER_CONTEXT.clinicId.requiredFilter('clinic_id')} AND active`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, clinic: { sql: `clinic_id`, type: `number` } } });
cube(`Diagnoses`, { sql: `SELECT code, label FROM icd10`, dimensions: { code: { sql: `code`, type: `string`, primaryKey: true } } });
