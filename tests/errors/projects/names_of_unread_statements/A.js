const table = ; //! E118
const { first, second: [third] } = = {}; //! E118
class Shape {} //! E130
function* all() {} //! E131
import * as tools from './tools'; //! E142
cube(`A`, {
  sql: `SELECT ${first} FROM ${table} ${third} ${all()} ${tools.x}`,
  titel: `a`, //! E242
});
