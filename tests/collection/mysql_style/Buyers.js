// Titles beyond ASCII.
cube(`Buyers`, {
  sql: `SELECT * FROM shop.buyers`,
  title: `Käufer`,
  measures: { count: { type: `count`, title: `購入者数` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, city: { type: `string`, title: `Город`,
    case: { when: [{ sql: `${CUBE}.city = 'M'`, label: `München` }], else: { label: `Ñandú` } } } }
})
