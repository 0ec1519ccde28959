cube(`A`, {
  sql: `SELECT 1 WHERE ${
    nope //! E200
  } = 1 AND ${
    Nope.x //! E200
  } = 2`,
  measures: {
    a: {
      type: `number`,
      sql: `${
        count //! E200
      } + ${
        CUBE.totl //! E252
      } + ${
        missing() //! E200
      }`,
    },
    b: {
      type: `number`,
      sql: (CUBE) => `${
        first //! E200
      } + ${
        second //! E200
      }`,
    },
    sum: {
      type: `number`,
      sql: fifth + //! E200
        `${
          sixth //! E200
        }` +
        seventh, //! E200
    },
    c: {
      type: `number`,
      sql: `${USER_CONTEXT.rate.unsafeValue() * 2} + ${
        third //! E200
      } + ${
        fourth //! E200
      }`,
    },
  },
});
