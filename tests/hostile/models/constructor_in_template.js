// tries: to reach a constructor where a template is forced
// expect: E252
cube(`A`, { sql: `SELECT ${CUBE.constructor.constructor('return 1')()}` });
