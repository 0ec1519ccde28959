// tries: to hide code in a comment that is shown backwards (Trojan Source)
// expect: `1` E113 (warning)
/* ‮ } ⁦if (admin)⁩ ⁦ begin admins only */
const result = 1;
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
