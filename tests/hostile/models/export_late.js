// tries: to change what was exported
// expect: `1`
export let shared = [];
shared.push(shared);
const result = shared[0][0][0].length;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
