// tries: to import from the network
// expect: E232
import x from 'https://example.com/a.js';
const y = x;
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
