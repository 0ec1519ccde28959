// Templates in templates, a helper inside a template, a ternary.
const cast = (c, t) => `CAST(${c} AS ${t})`; const deep = true;
cube(`Nest`, { sql: `select * from nest where ${deep ? `a = ${1 + 1}` : `b`}`, dimensions: { n: { sql: `${cast(`${CUBE}.n`, 'int')}`, type: `number` }, label: { sql: `${CUBE.n} || ${`'${'x'}'`}`, type: `string` } } });
