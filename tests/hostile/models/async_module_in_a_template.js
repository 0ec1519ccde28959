// tries: to put a function off while a template is computed, when nobody would run it
// expect: E215
cube(`A`, { sql: () => { asyncModule(async () => {}); return `SELECT 1`; } });
