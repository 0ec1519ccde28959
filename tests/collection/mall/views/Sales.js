// What most people see.
view(`Sales`, {
  description: `Orders, with who and where`,
  cubes: [
    { joinPath: Orders, includes: [`count`, `revenue`, { name: `createdAt`, alias: `at` }, `status`] },
    { joinPath: Orders.Customers, includes: `*`, excludes: [`count`], prefix: true },
    { joinPath: Orders.Stores, includes: [`name`], prefix: true, alias: `shop` },
  ],
});
