// tries: to write the mark of a parameter by its escape
// expect: E110
cube(`A`, { sql: `SELECT '\0p1\0'` });
