cube(`A`, {
  extends: Missing, //! E200
  measures: { a: { type: `sum`, sql: `${CUBE.price}` } },
  dimensions: { b: { sql: `${price}`, type: `number` } },
});
cube(`B`, { extends: A, measures: { c: { type: `sum`, sql: `${CUBE.a}` } } });
cube(`C`, { extends: B });
