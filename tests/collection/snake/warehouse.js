// Snake case everywhere, sql_table, many_to_one.
cube(`stock_moves`, {
  sql_table: `wh.stock_moves`,
  sql_alias: `sm`,
  data_source: `warehouse`,
  joins: { depots: { relationship: `many_to_one`, sql: `${CUBE.depot_id} = ${depots.depot_id}` } },
  measures: {
    count: { type: `count`, drill_members: [move_id, moved_at] },
    skus: { sql: `sku`, type: `count_distinct` },
    skus_about: { sql: `sku`, type: `count_distinct_approx` },
    net: { sql: `qty`, type: `sum`, rolling_window: { trailing: `30 day`, offset: `start` } }
  },
  dimensions: {
    move_id: { sql: `id`, type: `number`, primary_key: true },
    depot_id: { sql: `depot_id`, type: `number`, public: false },
    moved_at: { sql: `moved_at`, type: `time` }
  }
});
cube(`depots`, {
  sql_table: `wh.depots`,
  measures: { count: { type: `count` } },
  dimensions: {
    depot_id: { sql: `id`, type: `number`, primary_key: true },
    moves: { sql: `${stock_moves.count}`, type: `number`, sub_query: true }
  },
  joins: { stock_moves: { relationship: `one_to_many`, sql: `${CUBE}.id = ${stock_moves}.depot_id` } }
});
