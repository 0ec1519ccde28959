// tries: to require a name put together, which names nothing that was read
// expect: E236
const name = './ab'.replace('ab', 'b');
const result = require(name);
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
