cube(`Visits`, {
  sql: `
    SELECT id, clinic_id, reason FROM visits
    WHERE ${SECURITY_CONTEXT.clinicId.requiredFilter('clinic_id')}
    UNION ALL
    SELECT id, clinic_id, reason FROM visits_archive
    WHERE ${SECURITY_CONTEXT.clinicId.requiredFilter('clinic_id')}
  `,

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, reason]
    }
  },

  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    reason: { sql: `reason`, type: `string` }
  }
});
