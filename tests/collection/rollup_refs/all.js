// Rollups that are put together, with the older words.
cube(`Left`, { sql: `select * from l`, joins: { Right: { relationship: `hasOne`, sql: `${CUBE}.id = ${Right}.id` } }, measures: { count: { type: `count` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, name: { sql: `name`, type: `string` } },
  preAggregations: {
    own: { type: `rollup`, measureReferences: [count], dimensionReferences: [name, id] },
    both: { type: `rollupJoin`, measureReferences: [count], dimensionReferences: [name, Right.label], rollupReferences: [own, Right.own] } } });
cube(`Right`, { sql: `select * from r`, measures: { count: { type: `count` } }, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, label: { sql: `label`, type: `string` } },
  preAggregations: { own: { type: `rollup`, dimensionReferences: [id, label] } } });
