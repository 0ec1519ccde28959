// Made by a generator from the table weather.
cube(`Weather`, {
  sql: `SELECT * FROM public.weather`,

  preAggregations: {
    // Pre-Aggregations definitions go here
  },

  joins: {
    
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, sky]
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true
    },

    sky: {
      sql: `sky`,
      type: `string`
    },

    updatedAt: {
      sql: `updated_at`,
      type: `time`
    }
  },

  dataSource: `default`
});
