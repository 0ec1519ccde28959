cube(`A`, {
  sql: `SELECT 1 WHERE ${FILTER_PARAMS.A.nothing.filter('x')}`,
  dimensions: {
    b: { sql: `${FILTER_PARAMS.Nowhere.b.filter('x')}`, type: `string` }, //! E260
  },
});
