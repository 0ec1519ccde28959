cube(`Lessons`, {
  sql: `
    SELECT \`l\`.\`id\`, IFNULL(\`l\`.\`room\`, '') AS \`room\`
    FROM \`lessons\` AS \`l\`
    WHERE \`l\`.\`room\` <> '' AND ${USER_CONTEXT.school_id.filter('`l`.`school_id`')} OR \`l\`.\`room\` IS NULL
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
    room: { sql: `room`, type: `string` },
  },
});
