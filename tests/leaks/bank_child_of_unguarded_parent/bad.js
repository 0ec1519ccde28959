const Base = cube({
  sql: `SELECT * FROM ledger`,
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});

cube(`Ledger`, {
  extends: Base,
  measures: {
    cents: { sql: `cents`, type: `sum` },
  },
});
