// Made by a generator from the table flights.
cube(`Flights`, {
  sql: `SELECT * FROM public.flights`,

  preAggregations: {
    // Pre-Aggregations definitions go here
  },

  joins: {
    Airports: { relationship: `belongsTo`, sql: `${CUBE}.origin = ${Airports}.id` },
    Carriers: { relationship: `belongsTo`, sql: `${CUBE}.carrier = ${Carriers}.id` },
    Planes: { relationship: `belongsTo`, sql: `${CUBE}.plane = ${Planes}.id` },
    Delays: { relationship: `hasMany`, sql: `${CUBE}.id = ${Delays}.flight_id` },
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, carrier]
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true
    },

    carrier: {
      sql: `carrier`,
      type: `string`
    },

    updatedAt: {
      sql: `updated_at`,
      type: `time`
    }
  },

  dataSource: `default`
});
