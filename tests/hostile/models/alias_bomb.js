// tries: to say a list of lists of lists in few words
// expect: E210
const a = ['x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x'];
const b = [a, a, a, a, a, a, a, a, a, a];
const c = [b, b, b, b, b, b, b, b, b, b];
const d = [c, c, c, c, c, c, c, c, c, c];
const e = [d, d, d, d, d, d, d, d, d, d];
const f = [e, e, e, e, e, e, e, e, e, e];
const g = [f, f, f, f, f, f, f, f, f, f];
cube(`A`, { sql: `SELECT 1`, meta: { g } });
