// CUBE with an index, TABLE, and the own name.
cube(`Sensors`, { sql: `select * from sensors`, dimensions: { raw: { sql: `raw`, type: `number` }, twice: { sql: `2 * ${CUBE[`raw`]}`, type: `number` }, text: { sql: `${TABLE}.text`, type: `string` }, own: { sql: `${Sensors}.own`, type: `string` }, bare: { sql: `${raw} + 1`, type: `number` }, named: { sql: `${Sensors.raw}`, type: `number` } } });
