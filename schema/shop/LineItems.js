// What was sold in a sale. A line has no seller of its own: it is visible to the seller of its sale.
cube(`LineItems`, {
  sql: `
    SELECT * FROM public.line_items
    WHERE ${USER_CONTEXT.id.filter((id) => `sale_id IN (
      SELECT id FROM public.sales WHERE seller_id IN (${id})
    )`)}
  `,

  joins: {
    Sales: {
      relationship: `belongsTo`,
      sql: `${LineItems}.sale_id = ${Sales}.id`
    },

    Products: {
      relationship: `belongsTo`,
      sql: `${LineItems}.product_id = ${Products}.id`
    }
  },

  measures: {
    count: {
      type: `count`
    },

    quantity: {
      sql: `quantity`,
      type: `sum`
    },

    revenue: {
      sql: `${CUBE}.quantity * ${CUBE}.unit_price`,
      type: `sum`,
      format: `currency`
    },

    bulkRevenue: {
      sql: `${CUBE}.quantity * ${CUBE}.unit_price`,
      type: `sum`,
      format: `currency`,
      filters: [{ sql: `${CUBE}.quantity >= 3` }]
    },

    profit: {
      sql: `${CUBE}.quantity * (${CUBE}.unit_price - ${Products.cost})`,
      type: `sum`,
      format: `currency`
    },

    saleCount: {
      sql: `sale_id`,
      type: `countDistinct`
    },

    revenuePerSale: {
      sql: `1.0 * ${revenue} / NULLIF(${saleCount}, 0)`,
      type: `number`,
      format: `currency`
    },

    averagePrice: {
      sql: `unit_price`,
      type: `avg`,
      format: `currency`
    }
  },

  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true
    },

    pieces: {
      sql: `quantity`,
      type: `number`,
      title: `Pieces in a line`
    },

    unitPrice: {
      sql: `unit_price`,
      type: `number`,
      format: `currency`
    }
  },

  segments: {
    bulk: {
      sql: `${CUBE}.quantity >= 3`
    }
  }
});
