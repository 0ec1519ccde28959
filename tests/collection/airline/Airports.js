// Made by a generator from the table airports.
cube(`Airports`, {
  sql: `SELECT * FROM public.airports`,

  preAggregations: {
    // Pre-Aggregations definitions go here
  },

  joins: {
    Weather: { relationship: `hasMany`, sql: `${CUBE}.id = ${Weather}.airport_id` },
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, city]
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true
    },

    city: {
      sql: `city`,
      type: `string`
    },

    updatedAt: {
      sql: `updated_at`,
      type: `time`
    }
  },

  dataSource: `default`
});
