// tries: to extend in a ring
// expect: E255
cube(`A`, { extends: B });
cube(`B`, { extends: C });
cube(`C`, { extends: A, sql: `SELECT 1` });
