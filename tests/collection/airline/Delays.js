// Made by a generator from the table delays.
cube(`Delays`, {
  sql: `SELECT * FROM public.delays`,

  preAggregations: {
    // Pre-Aggregations definitions go here
  },

  joins: {
    
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, cause]
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true
    },

    cause: {
      sql: `cause`,
      type: `string`
    },

    updatedAt: {
      sql: `updated_at`,
      type: `time`
    }
  },

  dataSource: `default`
});
