// Made by a generator from the table crews.
cube(`Crews`, {
  sql: `SELECT * FROM public.crews`,

  preAggregations: {
    // Pre-Aggregations definitions go here
  },

  joins: {
    Flights: { relationship: `belongsTo`, sql: `${CUBE}.flight_id = ${Flights}.id` },
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, rank]
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true
    },

    rank: {
      sql: `rank`,
      type: `string`
    },

    updatedAt: {
      sql: `updated_at`,
      type: `time`
    }
  },

  dataSource: `default`
});
