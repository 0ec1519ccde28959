// tries: to declare a cube that is its own dimension
// expect: E217
const body = { sql: `SELECT 1`, dimensions: {} };
body.dimensions.a = body;
body.dimensions.dimensions = body.dimensions;
cube(`A`, body);
