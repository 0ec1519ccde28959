cube(`Parcels`, {
  sql: `SELECT * FROM parcels WHERE carrier_id = 42`,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    city: { sql: `city`, type: `string` },
  },
});
