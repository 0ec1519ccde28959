// The plain old style: backticks, belongsTo, drillMembers, filters on measures.
cube(`Orders`, {
  sql: `SELECT * FROM shop.orders`,
  joins: {
    Customers: { relationship: `belongsTo`, sql: `${CUBE}.customer_id = ${Customers}.id` }
  },
  measures: {
    count: { type: `count`, drillMembers: [id, createdAt, Customers.city] },
    revenue: { sql: `amount`, type: `sum`, format: `currency`, title: `Gross revenue` },
    paid: { sql: `amount`, type: `sum`, filters: [{ sql: `${CUBE}.status = 'paid'` }] },
    paidShare: { sql: `100.0 * ${paid} / NULLIF(${revenue}, 0)`, type: `number`, format: `percent` },
    cheapest: { sql: `amount`, type: `min` },
    dearest: { sql: `amount`, type: `max` },
    average: { sql: `amount`, type: `avg`, description: `Mean of an order` },
    buyers: { sql: `customer_id`, type: `countDistinct` },
    buyersAbout: { sql: `customer_id`, type: `countDistinctApprox` }
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    status: { sql: `status`, type: `string` },
    createdAt: { sql: `created_at`, type: `time` },
    gift: { sql: `is_gift`, type: `boolean`, shown: false }
  },
  segments: { open: { sql: `${CUBE}.status = 'open'`, title: `Still open` } },
  dataSource: `default`
});
