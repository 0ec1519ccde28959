cube(`Sensors`, {
  sql: `SELECT * FROM sensors WHERE ${SECURITY_CONTEXT.site.requiredFilter((site) => `regexp_matches(site_code, '^[A-Z]+[0-9]+$') AND site_code = ${site}`)}`,
  dimensions: {
    sensorId: {
      sql: `sensor_id`,
      type: `number`,
      primaryKey: true,
    },
    siteCode: {
      sql: `site_code`,
      type: `string`,
    },
  },
});
