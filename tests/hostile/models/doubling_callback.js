// tries: to double the text of a guard's callback
// expect: E212
const twice = (text, n) => n ? twice(text + text, n - 1) : text;
cube(`A`, { sql: `SELECT 1 WHERE ${USER_CONTEXT.id.filter((v) => twice(`${v} = id OR `, 40))}` });
