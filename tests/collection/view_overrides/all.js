// Members shown under other words.
cube(`Cars`, {
  sql_table: `cars`,
  measures: { count: { type: `count` }, price: { sql: `price`, type: `avg` } },
  dimensions: { id: { sql: `id`, type: `number`, primary_key: true }, model: { sql: `model`, type: `string` } },
});
view(`Fleet`, {
  title: `The fleet`,
  meta: { owner: `sales` },
  cubes: [{ join_path: Cars, includes: [
    { name: `price`, alias: `mean_price`, title: `Mean price`, description: `Of all cars`, format: `currency`, meta: { hint: `net` } },
    `model`, `count`,
  ] }],
  folders: [{ name: `Numbers`, includes: [`mean_price`, `count`] }],
});
