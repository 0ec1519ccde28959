// tries: to poison the prototype of all objects by a deep merge
// expect: E226
function merge(to, from) {
  for (const key of Object.keys(from)) {
    if (typeof from[key] === 'object') { merge(to[key] || (to[key] = {}), from[key]); } else { to[key] = from[key]; }
  }
}
merge({}, JSON.parse('{"constructor": {"prototype": {"admin": true}}}'));
const result = `${({}).admin}`;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
