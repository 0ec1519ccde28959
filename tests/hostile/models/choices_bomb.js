// tries: to make a template depend on very many claims
// expect: E257
cube(`A`, { sql: `SELECT ${[...'abcdefghijklmnopqrstuvwxyz'].map((c) => SECURITY_CONTEXT[c].unsafeValue() === 1 ? 1 : 2).join()}` });
