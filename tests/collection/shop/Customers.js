/* The other side of a join, hasMany. */
cube('Customers', {
  sql: "select * from shop.customers",
  joins: { Orders: { relationship: 'hasMany', sql: `${Customers}.id = ${Orders}.customer_id` } },
  measures: { count: { type: 'count' } },
  dimensions: {
    id: { sql: 'id', type: 'number', primaryKey: true, shown: true },
    city: { sql: 'city', type: 'string', title: 'Home town' },
    orders: { sql: `${Orders.count}`, type: 'number', subQuery: true, propagateFiltersToSubQuery: true }
  },
})
