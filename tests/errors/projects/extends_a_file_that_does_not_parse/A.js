cube(`A`, {
  extends: Base,
  measures: { n: { type: `count` } },
});
