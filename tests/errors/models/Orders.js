cube(`Orders`, {
  sql: `SELECT * FROM orders`,
  sqlTable: `orders`, //! E245 both ways to say where rows come from
  titel: `x`, //! E242 unknown property
  joins: {
    Nowhere: { relationship: `belongsTo`, sql: `1 = 1` }, //! E250 unknown cube
    Users: {
      relationship: `belongsToo`, //! E246 unknown relationship
      sql: `${CUBE}.user_id = ${Users}.id`,
    },
  },
  measures: {
    count: { type: `count` },
    total: { type: `summ`, sql: `amount` }, //! E246 unknown type
    noSql: { type: `sum` }, //! E244 sql is missing
    wrong: {
      type: `sum`,
      sql: `${CUBE}.${nothing}`, //! E200 unknown name
      title: 5, //! E243 not a text
    },
    ring: { type: `number`, sql: `${loop} + 1` },
    loop: { type: `number`, sql: `${ring} + 1` }, //! E253 refers to itself in a circle
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    id: { sql: `id`, type: `number` }, //! E249 written twice
    count: { sql: `n`, type: `number` }, //! E248 a measure has that name
    place: { type: `geo`, latitude: { sql: `lat` } }, //! E244 longitude is missing
    foreign: { sql: `${Users}.city`, type: `string` }, //! E254 a column of another cube
    gone: { sql: `${CUBE.none}`, type: `string` }, //! E252 no such member
  },
});
