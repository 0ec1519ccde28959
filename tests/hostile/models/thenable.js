// tries: to run code when something with `then` is awaited
// expect: E209
asyncModule(async () => {
  const got = await { then: (resolve) => { for (;;) {} } };
  cube(`A`, { sql: `SELECT 1`, title: typeof got });
});
