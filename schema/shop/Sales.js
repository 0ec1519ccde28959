// A sale at a till or in the web shop. Sellers see their own sales; `id` may be a list, for whoever leads a team.
cube(`Sales`, {
  sql: `SELECT * FROM public.sales WHERE ${USER_CONTEXT.id.filter('seller_id')}`,

  joins: {
    Customers: {
      relationship: `belongsTo`,
      sql: `${Sales}.customer_id = ${Customers}.id`
    },

    Stores: {
      relationship: `belongsTo`,
      sql: `${Sales}.store_id = ${Stores}.id`
    },

    LineItems: {
      relationship: `hasMany`,
      sql: `${LineItems}.sale_id = ${Sales}.id`
    }
  },

  measures: {
    count: {
      type: `count`,
      drillMembers: [id, status, soldAt]
    },

    completedCount: {
      type: `count`,
      filters: [{ sql: `${CUBE}.status = 'completed'` }]
    },

    returnedCount: {
      type: `count`,
      filters: [{ sql: `${CUBE}.status = 'returned'` }]
    },

    returnRate: {
      sql: `100.0 * ${returnedCount} / NULLIF(${count}, 0)`,
      type: `number`,
      format: `percent`,
      description: `Returned sales out of every hundred`
    },

    customersServed: {
      sql: `customer_id`,
      type: `countDistinct`
    },

    totalDiscount: {
      sql: `discount`,
      type: `sum`,
      format: `currency`
    },

    largestDiscount: {
      sql: `discount`,
      type: `max`,
      format: `currency`
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
      shown: true
    },

    status: {
      sql: `status`,
      type: `string`
    },

    campaign: {
      sql: `campaign`,
      type: `string`,
      description: `Empty where no campaign led to the sale`
    },

    sellerId: {
      sql: `seller_id`,
      type: `number`
    },

    discount: {
      sql: `discount`,
      type: `number`,
      format: `currency`
    },

    saving: {
      type: `string`,
      case: {
        when: [
          { sql: `${CUBE}.discount >= 10`, label: `large` },
          { sql: `${CUBE}.discount > 0`, label: `small` }
        ],
        else: { label: `none` }
      }
    },

    soldAt: {
      sql: `sold_at`,
      type: `time`,
      granularities: {
        fiscal_year: { interval: `1 year`, offset: `1 month` },
        sunday_week: { interval: `1 week`, offset: `-1 day` },
        four_hours: { interval: `4 hours` }
      }
    },

    shippedAt: {
      sql: `shipped_at`,
      type: `time`,
      description: `Empty for what was carried out of the store, or has not left yet`
    }
  },

  segments: {
    completed: {
      sql: `${CUBE}.status = 'completed'`
    },

    shipped: {
      sql: `${CUBE}.shipped_at IS NOT NULL`
    }
  }
});
