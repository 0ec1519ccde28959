// tries: to loop on a condition of a claim
// expect: E138
cube(`A`, { sql: `SELECT ${(() => { while (SECURITY_CONTEXT.a.unsafeValue() === 1) { } return 1; })()}` });
