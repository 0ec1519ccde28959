cube(`Orders`, {
  sql: `
    SELECT *
      FROM shop.orders
     WHERE ${SECURITY_CONTEXT.store.requiredFilter('store_id')}
       AND (status = 'new' OR status = 'shipped')
  `,
  dataSource: `default`,
  measures: {
    count: { type: `count` },
    shipped: { type: `count`, filters: [{ sql: `${CUBE}.status = 'shipped'` }] }
  },
  dimensions: {
    id: { sql: `${CUBE}.id`, type: `number`, primaryKey: true },
    status: { sql: `${CUBE}.status`, type: `string` }
  }
});
