cube(`A`, { //! E103
  sql: `SELECT 1`,
}
cube(`B`, { sql: `SELECT ${nope}` }); //! E200
const list = [1, 2; //! E103
const make = (name => name; //! E103
export function f(a { return a } //! E103
import { x from './x'; //! E103
const last = { a: [1, 2 }; //! E103
cube(`C`, {
  sql: `SELECT ${list} ${make} ${f} ${x} ${last}`,
  measures: { //! E103
    count: { type: `count` },

const more = 1;
cube(`D`, { sql: `SELECT ${more}`, titel: `d` }); //! E242
