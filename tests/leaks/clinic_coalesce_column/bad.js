cube(`Images`, {
  sql: `SELECT * FROM images i WHERE ${USER_CONTEXT.practice.filter('coalesce(i.practice, 1)')}`,
  measures: {
    count: {
      type: `count`,
    },
  },
  dimensions: {
    id: {
      sql: `id`,
      type: `number`,
      primaryKey: true,
      shown: true,
    },
  },
});
