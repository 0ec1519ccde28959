cube(`Chats`, {
  sql: `
    SELECT * FROM chats c
    WHERE ${SECURITY_CONTEXT.realm.requiredFilter('c.realm')}
      AND CASE c.channel WHEN 'world' THEN 0 ELSE 1 END = 1
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
