// Made by a generator from the table carriers.
cube(`Carriers`, {
  sql: `SELECT * FROM public.carriers`,

  preAggregations: {
    // Pre-Aggregations definitions go here
  },

  joins: {
    
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, name]
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true
    },

    name: {
      sql: `name`,
      type: `string`
    },

    updatedAt: {
      sql: `updated_at`,
      type: `time`
    }
  },

  dataSource: `default`
});
