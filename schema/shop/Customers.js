// Personal data stays in its country, so a caller without a country gets no answer at all.
cube(`Customers`, {
  sql: `SELECT * FROM public.customers WHERE ${USER_CONTEXT.country.requiredFilter('country')}`,

  joins: {
    Sales: {
      relationship: `hasMany`,
      sql: `${Sales}.customer_id = ${Customers}.id`
    }
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [name, city]
    },

    subscriberCount: {
      type: `count`,
      filters: [{ sql: `${CUBE}.subscribed` }]
    },

    subscriberRate: {
      sql: `100.0 * ${subscriberCount} / NULLIF(${count}, 0)`,
      type: `number`,
      format: `percent`
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

    email: {
      sql: `email`,
      type: `string`
    },

    city: {
      sql: `city`,
      type: `string`
    },

    country: {
      sql: `country`,
      type: `string`
    },

    subscribed: {
      sql: `subscribed`,
      type: `boolean`
    },

    joinedAt: {
      sql: `joined_at`,
      type: `time`
    }
  },

  segments: {
    reachable: {
      sql: `${CUBE}.subscribed AND ${CUBE}.email IS NOT NULL`
    }
  }
});
