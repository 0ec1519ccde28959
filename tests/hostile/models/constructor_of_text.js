// tries: to reach a constructor by a key put together
// expect: E226
const result = ''['const' + 'ructor']['const' + 'ructor']('return 1')();
cube(`A`, { sql: `SELECT 1`, title: `${result}` });
