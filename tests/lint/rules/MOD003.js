//# bad
cube(`A`, { sql: `SELECT * FROM a`, measures: { x: { sql: `x`, type: `sum` }, y: { sql: `y`, type: `sum` }, net: { sql: `${x} - ${y}`, type: `number` }, share: { sql: `${x} / ${net}`, type: `number` } } });
//# good
cube(`A`, { sql: `SELECT * FROM a`, measures: { x: { sql: `x`, type: `sum` }, y: { sql: `y`, type: `sum` }, share: { sql: `${x} / NULLIF(${y}, 0)`, type: `number` } } });
//# near-miss in brackets
cube(`A`, { sql: `SELECT * FROM a`, measures: { x: { sql: `x`, type: `sum` }, y: { sql: `y`, type: `sum` }, net: { sql: `(${x} - ${y})`, type: `number` }, share: { sql: `${x} / ${net}`, type: `number` } } });
