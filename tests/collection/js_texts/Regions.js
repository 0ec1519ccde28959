// Columns and values computed from data.
import { names, quoted, known } from './helpers';

var table = 'regions';
const seen = [];
for (const name in { north: 1, south: 1 }) {
  seen.push(name);
}
const numbers = Math.max(...[1, 2, 3]);
const pairs = [['a', 'b'], ['c']].flatMap((pair) => pair);

cube(`Regions`, {
  sql: `select * from ${table} where name in (${quoted(names)})`,
  title: `Regions ${numbers}`,
  measures: { count: { type: `count` } },
  dimensions: {
    name: { sql: `name`, type: `string`, meta: { pairs, seen, all: Object.values({ a: 1, b: 2 }), text: JSON.stringify({ known: known('north') }) } },
  },
});
