/* Quoted as MySQL has it. */
cube(`Orders`, {
  sql: `SELECT * FROM shop.\`order\``,
  joins: { Buyers: { sql: `${CUBE}.\`buyer id\` = ${Buyers}.id`, relationship: `belongsTo` } },
  measures: { count: { type: `count`, drillMembers: [id] }, total: { sql: `${CUBE}.\`total\``, type: `sum` } },
  dimensions: { id: { sql: `id`, type: `number`, primaryKey: true }, state: { sql: `${CUBE}.\`state\``, type: `string` } }
});
