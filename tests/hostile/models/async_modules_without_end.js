// tries: to put off more and more functions, each with a loop that does not end
// expect: E210
for (let i = 0; i < 1e9;) asyncModule(async () => { for (let j = 0; j < 1e9;) {} });
