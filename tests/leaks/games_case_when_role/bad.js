cube(`Chats`, {
  sql: `
    SELECT * FROM chats c
    WHERE CASE c.channel
      WHEN 'world' THEN 1
      ELSE CASE WHEN ${SECURITY_CONTEXT.realm.requiredFilter('c.realm')} THEN 1 ELSE 0 END
    END = 1
  `,
  measures: {
    count: { type: `count` },
  },
  dimensions: {
    id: { sql: `id`, type: `number`, primaryKey: true },
  },
});
