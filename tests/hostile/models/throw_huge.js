// tries: to throw a text without end
// expect: E208
throw new Error('x'.repeat(1e6));
