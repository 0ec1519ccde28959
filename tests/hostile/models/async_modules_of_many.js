// tries: to have a budget for each of many functions that are put off
// expect: E210
for (let i = 0; i < 1000; i += 1) asyncModule(async () => { for (let j = 0; j < 1000; j += 1) {} });
