cube(`legs`, {
  sql: `SELECT * FROM legs WHERE ${SECURITY_CONTEXT.carrier.requiredFilter('carrier')}`,
  public: false,
  measures: { count: { type: `count` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primary_key: true, public: true },
    carrier: { sql: `carrier`, type: `string` },
  },
});

view(`carrier_legs`, {
  cubes: [{ join_path: legs, includes: [`id`, `carrier`, `count`] }],
  defaultFilters: [
    { member: `carrier`, operator: `equals`, values: [`a`], unless: [`carrier`] },
  ],
});
