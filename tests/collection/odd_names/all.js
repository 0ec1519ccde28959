// Members called like properties of JavaScript.
cube(`Odd`, { sql: `select * from odd`, measures: { length: { type: `count` }, constructor_: { type: `count` } },
  dimensions: { name: { sql: `name`, type: `string` }, type: { sql: `type`, type: `string` }, class: { sql: `class`, type: `string` }, title: { sql: `${CUBE.name} || ${CUBE.class}`, type: `string` } } });
