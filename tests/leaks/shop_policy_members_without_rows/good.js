cube(`Tills`, {
  sql: `SELECT * FROM tills`,
  measures: { cash: { sql: `cash`, type: `sum` } },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true, public: true },
    shop: { sql: `shop`, type: `string` },
  },
  accessPolicy: [
    { group: `clerk`, memberLevel: { excludes: [`cash`] },
      rowLevel: { filters: [{ member: `shop`, operator: `equals`, values: [securityContext.shop] }] } },
    { group: `manager`, memberLevel: { includes: `*` },
      rowLevel: { filters: [{ member: `shop`, operator: `equals`, values: [securityContext.shop] }] } },
  ],
});
