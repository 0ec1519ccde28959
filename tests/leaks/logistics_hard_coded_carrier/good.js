cube(`Parcels`, {
  sql: `SELECT * FROM parcels WHERE ${SECURITY_CONTEXT.carrierId.requiredFilter('carrier_id')} AND city <> '42'`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    city: { sql: `city`, type: `string` },
  },
});
