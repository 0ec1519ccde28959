// Orders of the web shop.
cube(`Orders`, {
  sql: `SELECT * FROM mall.orders WHERE ${SECURITY_CONTEXT.tenant.requiredFilter('tenant')}`,
  joins: {
    Customers: { relationship: `belongsTo`, sql: `${CUBE}.customer_id = ${Customers}.id` },
    Stores: { relationship: `belongsTo`, sql: `${CUBE}.store_id = ${Stores}.id` },
  },
  measures: {
    count: { type: `count`, drillMembers: [id, status, createdAt, Customers.name] },
    revenue: { sql: `total`, type: `sum`, format: `currency`, title: `Revenue`, description: `Before tax` },
    paid: { sql: `total`, type: `sum`, filters: [{ sql: `${CUBE}.status = 'paid'` }], public: true },
    paidShare: { sql: `100.0 * ${paid} / NULLIF(${revenue}, 0)`, type: `number`, format: `percent`, visible: true },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    status: { sql: `status`, type: `string`, description: `Where the order is`, meta: { icon: `truck` } },
    createdAt: { sql: `created_at`, type: `time` },
  },
  segments: {
    open: { sql: `${CUBE}.status NOT IN ('paid', 'lost')`, title: `Still open`, description: `Not done`, meta: { level: 2 } },
    recent: { sql: `${CUBE}.created_at > now() - interval '7 day'`, public: false },
  },
});
