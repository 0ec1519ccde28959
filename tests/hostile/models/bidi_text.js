// tries: to show a text in another order than it is compared
// expect: `false` E113 (warning)
const result = 'user‮ ⁦// only for admins⁩ ⁦' === 'user';
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
