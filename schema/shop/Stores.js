// A manager's claim `stores` lists the stores that are theirs.
cube(`Stores`, {
  sql: `SELECT * FROM public.stores WHERE ${USER_CONTEXT.stores.filter('id')}`,

  joins: {
    Sales: {
      relationship: `hasMany`,
      sql: `${Sales}.store_id = ${Stores}.id`
    }
  },

  measures: {
    count: {
      type: `count`
    },

    floorArea: {
      sql: `floor_area`,
      type: `sum`,
      description: `Square metres`
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
      shown: true
    },

    name: {
      sql: `name`,
      type: `string`
    },

    city: {
      sql: `city`,
      type: `string`
    },

    location: {
      type: `geo`,
      latitude: { sql: `latitude` },
      longitude: { sql: `longitude` }
    },

    openedAt: {
      sql: `opened_at`,
      type: `time`
    }
  },

  segments: {
    large: {
      sql: `${CUBE}.floor_area >= 500`
    }
  }
});
