cube(`Carts`, {
  sql: `
    SELECT id, state FROM carts
    WHERE (${SECURITY_CONTEXT.shopId.requiredFilter('shop_id')} AND ${FILTER_PARAMS.Carts.state.filter('state')})
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    state: { sql: `state`, type: `string` },
  },
});
