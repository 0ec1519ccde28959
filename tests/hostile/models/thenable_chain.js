// tries: to await for ever
// expect: E211
async function f() { return await f(); }
asyncModule(async () => { await f(); });
cube(`A`, { sql: `SELECT 1` });
