// The catalogue, which anybody may read.
cube(`Products`, {
  sql: `SELECT * FROM public.products`,

  joins: {
    LineItems: {
      relationship: `hasMany`,
      sql: `${LineItems}.product_id = ${Products}.id`
    }
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [name, category]
    },

    averagePrice: {
      sql: `price`,
      type: `avg`,
      format: `currency`
    },

    cheapest: {
      sql: `price`,
      type: `min`,
      format: `currency`
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

    category: {
      sql: `category`,
      type: `string`
    },

    price: {
      sql: `price`,
      type: `number`,
      format: `currency`
    },

    cost: {
      sql: `cost`,
      type: `number`,
      format: `currency`
    },

    margin: {
      sql: `${price} - ${cost}`,
      type: `number`,
      format: `currency`
    },

    priceBand: {
      type: `string`,
      case: {
        when: [
          { sql: `${price} < 10`, label: `under 10` },
          { sql: `${price} < 50`, label: `10 to 50` }
        ],
        else: { label: `50 and over` }
      }
    },

    discontinuedAt: {
      sql: `discontinued_at`,
      type: `time`
    }
  },

  segments: {
    available: {
      sql: `${CUBE}.discontinued_at IS NULL`
    }
  }
});
