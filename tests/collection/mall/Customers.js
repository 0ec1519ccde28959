// Written on another system: lines end in two characters.
cube(`Customers`, {
  sql: `
    SELECT *
    FROM mall.customers
  `,
  joins: {},
  measures: {
    count: { sql: `id`, type: `count` },
    cities: { sql: `city`, type: `countDistinct` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    name: { sql: `name`, type: `string` },
    city: { sql: `city`, type: `string` },
  },
});
