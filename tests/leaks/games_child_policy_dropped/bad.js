cube(`Loot`, {
  sqlTable: `loot`,
  measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true, public: true }, studio: { sql: `studio`, type: `string` } },
});

cube(`SharedLoot`, {
  extends: Loot,
  accessPolicy: [
    { group: `*`, rowLevel: { filters: [{ member: `studio`, operator: `set` }] } },
  ],
});
