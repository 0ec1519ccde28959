cube(`A`, {
  sql: `SELECT 1 WHERE ${USER_CONTEXT.filter.filter('x')}`, //! E258
  dimensions: {
    a: { sql: `${USER_CONTEXT.id.filtre('x')}`, type: `string` }, //! E205
    b: { sql: `${SECURITY_CONTEXT.id.filter()}`, type: `string` }, //! E259
  },
});
