// Made by a generator from the table planes.
cube(`Planes`, {
  sql: `SELECT * FROM public.planes`,

  preAggregations: {
    // Pre-Aggregations definitions go here
  },

  joins: {
    
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, maker]
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true
    },

    maker: {
      sql: `maker`,
      type: `string`
    },

    updatedAt: {
      sql: `updated_at`,
      type: `time`
    }
  },

  dataSource: `default`
});
