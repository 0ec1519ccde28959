const inWards = (wards) => `ward IN (${Array.isArray(wards) ? wards.join(', ') : wards})`;

cube(`Vitals`, {
  sql: `
    SELECT id, ward, pulse
    FROM vitals
    WHERE pulse IS NOT NULL
      AND ${SECURITY_CONTEXT.wards.filter(inWards)}
  `,
  measures: { pulse: { sql: `pulse`, type: `avg` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } },
});
