// Values of other shapes inside of templates.
const columns = ['a', 'b'];
const fallback = null;
cube(`Shapes`, {
  sql: `select ${['id', ...columns].join(', ')}, ${fallback || 'c'} from ${`shapes`}`,
  measures: {
    count: { type: `count` },
    total: { sql: `${CUBE}.a + ${1 + 1}`, type: `sum` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    list: { sql: `concat(${['a', 'b']})`, type: `string` },
    kind: { sql: `${true ? 'a' : 'b'}`, type: `string` },
  },
});
