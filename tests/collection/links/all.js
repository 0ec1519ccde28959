// Links, keys, orders, currencies: the newest properties of members.
cube(`Accounts`, {
  sql_table: `accounts`,
  measures: {
    count: { type: `count` },
    balance: { sql: `balance`, type: `sum`, format: `currency`, currency: `EUR` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primary_key: true },
    code: { sql: `code`, type: `string` },
    name: { sql: `name`, type: `string`, order: `desc`,
      links: [{ name: `page`, label: `Open`, url: `'https://example.org/' || ${CUBE.code}`, icon: `link` }] },
    limit: { sql: `credit`, type: `number`, format: `currency`, currency: `USD` },
  },
});
