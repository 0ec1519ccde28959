// tries: to throw something strange
// expect: E208
throw { toString: () => { for (;;) {} } };
